using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Protocol;

/// <summary>Between utterances and /user/phonemizers.</summary>
internal static class PhonemeProtocol
{
    /// <summary>
    /// Replies to the sender: <see cref="ClausePhonemized"/> or <see cref="ClauseFailed"/>; none after <see cref="CancelClauses"/>. Idempotent by utterance and
    /// clause; an utterance has one clause open at a time.
    /// </summary>
    /// <param name="Client">Who asks, for fairness.</param>
    /// <param name="IsFirst">Somebody waits for the first sound; goes before all others.</param>
    public sealed record PhonemizeClause(UtteranceId Utterance, Clause Clause, Language Language, string Client, bool IsFirst);

    public sealed record ClausePhonemized(UtteranceId Utterance, PhonemizedClause Clause);

    public sealed record ClauseFailed(UtteranceId Utterance, int ClauseIndex, SpeechProblem Problem);

    public sealed record CancelClauses(UtteranceId Utterance);

    /// <summary>Published by a phonemizer router that lost its queue; utterances ask again.</summary>
    /// <param name="Epoch">Counts the router's lives.</param>
    public sealed record PhonemeQueueLost(int Epoch);

    /// <summary>Supervisor to edge, whenever it changes.</summary>
    /// <param name="HasStarted">An engine has been ready before; while it is replaced work waits for the next one.</param>
    public sealed record PhonemizersChanged(HealthProtocol.PoolHealth Pool, bool HasStarted);
}

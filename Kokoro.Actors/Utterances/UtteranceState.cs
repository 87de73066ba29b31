using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Utterances;

/// <summary>One request on its way from text to audio.</summary>
/// <param name="Began">On the monotonic clock, as all instants here.</param>
/// <param name="Language">As the request says it, or the voice; null until the voice is found.</param>
/// <param name="NextClause">The first clause that has not been asked for.</param>
/// <param name="IsClauseOpen">Whether the clause before that is being read.</param>
/// <param name="IsAllPacked">Whether <paramref name="Packed"/> holds the last run.</param>
/// <param name="Packed">Runs that wait for the window, in order.</param>
/// <param name="NextRun">The index of the first run that has not been submitted.</param>
/// <param name="Open">Runs submitted and not yet written, in order: the window.</param>
/// <param name="FirstWritten">When the listener could begin to hear.</param>
/// <param name="SecondsWritten">Of audio.</param>
/// <param name="Problem">Why it ended, if not well.</param>
internal sealed record UtteranceState(
    UtterancePhase Phase,
    TimeSpan Began,
    Language? Language,
    ImmutableArray<Clause> Clauses,
    int NextClause,
    bool IsClauseOpen,
    bool IsAllPacked,
    ImmutableList<TokenRun> Packed,
    int NextRun,
    ImmutableSortedDictionary<int, OpenRun> Open,
    TimeSpan? FirstWritten,
    double SecondsWritten,
    SpeechProblem? Problem)
{
    public static UtteranceState Begin(TimeSpan now) => new(
        UtterancePhase.FindingVoice, now, null, [], 0, false, false, [], 0, ImmutableSortedDictionary<int, OpenRun>.Empty, null, 0, null);
}

using Akka.Actor;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Protocol;

/// <summary>The way of one run: utterance, router, synthesis actor, writer.</summary>
internal static class RunProtocol
{
    /// <summary>
    /// Utterance to router: have this run spoken. Idempotent by <see cref="Id"/>. The sound goes to <see cref="Writer"/> as <see cref="Spoken"/>,
    /// or <see cref="RunFailed"/> comes to <see cref="Utterance"/>; after <see cref="CancelRuns"/> neither may come.
    /// </summary>
    /// <param name="Style">[256]: the voice's row for the length of this run.</param>
    /// <param name="CostSeconds">Predicted seconds of audio.</param>
    /// <param name="NeededAt">
    /// When its listener runs dry, on the scheduler's monotonic clock; null for a first run, whose listener waits already, and for whole replies, whose
    /// listener waits for all of it.
    /// </param>
    public sealed record SubmitRun(
        RunId Id,
        TokenRun Run,
        ReadOnlyMemory<float> Style,
        float Speed,
        string Client,
        Priority Priority,
        double CostSeconds,
        TimeSpan? NeededAt,
        IActorRef Utterance,
        IActorRef Writer) : INoSerializationVerificationNeeded
    {
        public bool IsFirst => Id.Index == 0;

        /// <summary>
        /// Nothing else of its utterance is of use without it: the first run of a stream, or the only one of a whole reply. The first of several of a whole reply is
        /// not: those are sooner done side by side.
        /// </summary>
        public bool IsAwaited { get; init; }
    }

    /// <summary>Utterance to router: none of its runs is wanted any more. A running one is terminated; nothing is answered.</summary>
    public sealed record CancelRuns(UtteranceId Utterance);

    /// <summary>Synthesis actor to writer.</summary>
    public sealed record Spoken(RunId Id, PcmRun Pcm, RunStats Stats) : INoSerializationVerificationNeeded;

    /// <param name="Waited">From the router's queue to an engine.</param>
    /// <param name="Took">In the engine.</param>
    public sealed record RunStats(TimeSpan Waited, TimeSpan Took, RunWidth Width, int Tries);

    /// <summary>Router or synthesis actor to utterance: it will not be spoken, and no retry would help.</summary>
    public sealed record RunFailed(RunId Id, SpeechProblem Problem);

    /// <summary>Published by a router that lost its queue. Synthesis actors announce themselves; utterances submit their open runs again.</summary>
    /// <param name="Epoch">Counts the router's lives.</param>
    public sealed record QueueLost(int Epoch);
}

using Akka.Actor;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Protocol;

/// <summary>Between the router and its synthesis actors.</summary>
internal static class EngineProtocol
{
    /// <summary>
    /// Synthesis actor to router: an engine is there. Sent when it has passed its self-test, and again after <see cref="RunProtocol.QueueLost"/>, then with the run
    /// that it holds.
    /// </summary>
    /// <param name="Number">The n of synthesis-n.</param>
    /// <param name="Epoch">
    /// The router's life that the engine has heard of last. An announcement of an earlier one may have crossed with a run of that life, so it is not believed
    /// and asked for again.
    /// </param>
    public sealed record EngineReady(int Number, IActorRef Engine, SpeechEngineInfo Info, SpeakRun? Holding, int Epoch);

    /// <summary>Router to synthesis actor. Reply: <see cref="EngineReady"/> of that epoch.</summary>
    public sealed record AnnounceEngine(int Epoch);

    /// <summary>Router to synthesis actor: speak it. Answered by exactly one <see cref="RunEnded"/>, unless the actor itself ends, which the router watches.</summary>
    /// <param name="Width">How many cores it may use.</param>
    public sealed record SpeakRun(RunProtocol.SubmitRun Run, RunWidth Width, TimeSpan Waited, int Tries);

    /// <summary>Router to synthesis actor: end this run if it is still the one in work. <see cref="RunEnded"/> comes all the same.</summary>
    public sealed record TerminateRun(RunId Id);

    /// <summary>Supervisor to router, whenever the pool changes and when the router asks: whether an engine is being started, which takes cores of its own.</summary>
    public sealed record EnginesStarting(bool IsAny);

    /// <summary>Router to synthesis actor, with all permits held and nothing else running: measure what all cores gain. Answered by <see cref="GainMeasured"/>.</summary>
    public sealed record MeasureGain
    {
        public static readonly MeasureGain Instance = new();
    }

    /// <param name="Gain">Speed of a wide run over that of a narrow one; null if it could not be measured.</param>
    public sealed record GainMeasured(int Number, double? Gain);

    /// <summary>Synthesis actor to router: the engine is free, or gone.</summary>
    public sealed record RunEnded(int Number, RunId Id, RunEnd End);

    /// <summary>How a run left its engine.</summary>
    public abstract record RunEnd
    {
        /// <summary>Spoken, and sent to its writer.</summary>
        public sealed record Finished(double AudioSeconds, TimeSpan Took) : RunEnd;

        /// <summary>Terminated on request; the engine is free.</summary>
        public sealed record Terminated : RunEnd
        {
            public static readonly Terminated Instance = new();
        }

        /// <summary>The engine refused it and is free; its utterance has been told.</summary>
        public sealed record Refused : RunEnd
        {
            public static readonly Refused Instance = new();
        }

        /// <summary>The engine ended under it.</summary>
        /// <param name="IsEvidence">Whether the end speaks against the run.</param>
        /// <param name="How">For logs and problems: "ended itself (SIGABRT)".</param>
        public sealed record Lost(bool IsEvidence, string How) : RunEnd;
    }

    /// <summary>Router to edge, after each finished run: what the drain rate follows.</summary>
    /// <param name="Parallel">Runs that can be in work at the same time.</param>
    /// <param name="Gain">Speed of this run over that of one beside which others are in work: above 1 for a wide one.</param>
    public sealed record RunFinished(double AudioSeconds, TimeSpan Took, int Parallel, double Gain);

    /// <summary>Supervisor to edge, whenever it changes.</summary>
    /// <param name="SelfTestRate">Seconds of audio per second that one engine made in its self-test; 0 while none has passed one.</param>
    public sealed record PoolChanged(HealthProtocol.PoolHealth Pool, string Model, double SelfTestRate, int Parallel);
}

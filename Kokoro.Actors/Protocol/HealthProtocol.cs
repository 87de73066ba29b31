using System.Collections.Immutable;

namespace Kokoro.Actors.Protocol;

/// <summary>What the outside may ask of the edge about the state of the server.</summary>
public static class HealthProtocol
{
    /// <summary>Reply: <see cref="HealthReport"/>.</summary>
    public sealed record GetHealth
    {
        public static readonly GetHealth Instance = new();
    }

    /// <param name="State">What a person is told first.</param>
    /// <param name="Utterances">Open ones.</param>
    /// <param name="QueuedRuns">Runs that wait for an engine.</param>
    /// <param name="DrainRate">Seconds of audio made per second when all engines work.</param>
    public sealed record HealthReport(
        ServerState State, string Model, int Utterances, int QueuedRuns, double DrainRate,
        int Permits, int PermitsInUse, ImmutableArray<EngineHealth> Engines, PoolHealth Synthesis, PoolHealth Phonemizers)
    {
        /// <returns>What keeps the server from being ready: the problem of a pool without an engine before that of another.</returns>
        public string? WhyNotReady() => Synthesis.Ready > 0 && Phonemizers.Problem is { } reading ? reading : Synthesis.Problem ?? Phonemizers.Problem;
    }

    /// <summary>An engine that has started; one that has not, or is gone, is not listed.</summary>
    /// <param name="State">"idle", "busy" or "cancelling".</param>
    /// <param name="ProcessId">Null for an engine inside of this process.</param>
    public sealed record EngineHealth(string Name, string State, int? ProcessId);

    /// <param name="Restarts">Since the start of the server.</param>
    /// <param name="FailedStarts">In a row; a finished run sets it back.</param>
    /// <param name="Problem">What the last failed start said, while it matters.</param>
    public sealed record PoolHealth(int Ready, int Size, long Restarts, int FailedStarts, bool IsDegraded, string? Problem);

    public enum ServerState
    {
        Starting,
        Ready,
        Degraded,
        Draining,
    }
}

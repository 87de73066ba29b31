namespace Kokoro.Actors.Pools;

/// <summary>What happens to a pool.</summary>
internal static class PoolEvent
{
    public sealed record Begin;

    public sealed record Ready(int Slot);

    /// <summary>The worker has stopped, and its name is free again.</summary>
    /// <param name="Failure">What it said of a start that failed; null if its engine had started, or if it failed before it could say anything.</param>
    public sealed record Gone(int Slot, PoolProtocol.StartFailed? Failure);

    public sealed record WorkDone;

    /// <summary>The pause after a failed start is over.</summary>
    public sealed record RetryDue;
}

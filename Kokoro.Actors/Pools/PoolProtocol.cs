using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Pools;

/// <summary>Between a pool's supervisor, the workers in its slots, and /user/health.</summary>
internal static class PoolProtocol
{
    /// <summary>Worker to supervisor: its engine has passed its self-test.</summary>
    /// <param name="Engine">What the supervisor's own kind wants to know of it.</param>
    public sealed record WorkerReady(int Slot, object? Engine);

    /// <summary>Worker to supervisor, before it stops: there is no engine.</summary>
    /// <param name="IsOutside">Something else ended it; that counts for nothing.</param>
    public sealed record StartFailed(int Slot, string Problem, bool IsOutside);

    /// <summary>Worker to supervisor: a piece of work was done, which proves that engines work here.</summary>
    public sealed record WorkDone
    {
        public static readonly WorkDone Instance = new();
    }

    /// <summary>To a supervisor: say again how the pool is, to those who are told when it changes.</summary>
    public sealed record Announce
    {
        public static readonly Announce Instance = new();
    }

    /// <summary>Reply: <see cref="HealthProtocol.PoolHealth"/>.</summary>
    public sealed record GetPoolHealth
    {
        public static readonly GetPoolHealth Instance = new();
    }
}

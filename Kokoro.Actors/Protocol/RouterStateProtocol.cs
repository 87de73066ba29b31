using System.Collections.Immutable;

namespace Kokoro.Actors.Protocol;

/// <summary>What /user/health asks the router of the engines.</summary>
internal static class RouterStateProtocol
{
    /// <summary>Reply: <see cref="RouterState"/>.</summary>
    public sealed record GetRouterState
    {
        public static readonly GetRouterState Instance = new();
    }

    /// <param name="Permits">One per core.</param>
    public sealed record RouterState(int QueuedRuns, int Permits, int PermitsInUse, ImmutableArray<HealthProtocol.EngineHealth> Engines);
}

using System.Collections.Immutable;

namespace Kokoro.Actors.Pools;

/// <summary>The slots of a pool, and how its starts have gone.</summary>
/// <param name="FailedStarts">In a row; finished work sets it back.</param>
/// <param name="RecentFailures">When starts failed within the window, on the monotonic clock.</param>
/// <param name="Restarts">Since the beginning.</param>
/// <param name="Problem">What the last failed start said; null once work is done again.</param>
internal sealed record PoolState(
    ImmutableArray<SlotState> Slots, int FailedStarts, ImmutableList<TimeSpan> RecentFailures, bool IsDegraded, long Restarts, string? Problem)
{
    public int Ready => Slots.Count(slot => slot == SlotState.Ready);

    public static PoolState Of(int size) => new([.. Enumerable.Repeat(SlotState.Empty, size)], 0, [], false, 0, null);
}

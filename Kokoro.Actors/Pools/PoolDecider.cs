using System.Collections.Immutable;
using Kokoro.Actors.Settings;
using static Kokoro.Actors.Pools.PoolEffect;

namespace Kokoro.Actors.Pools;

/// <summary>
/// Keeps the slots of a pool filled. Only starts that fail by themselves are waited after, longer each time, and one slot is tried at a time then; an engine that
/// worked and died is replaced at once, since the text that it died of is dealt with elsewhere. Pure.
/// </summary>
internal static class PoolDecider
{
    private const string Unexplained = "its worker failed before its engine was ready; this is a fault of the server";

    /// <param name="now">On the monotonic clock.</param>
    public static Decision<PoolState, PoolEffect> Decide(PoolState state, PoolSettings settings, object message, TimeSpan now) => message switch
    {
        PoolEvent.Begin => StartAll(state),
        PoolEvent.Ready ready => FillNext(With(state, ready.Slot, SlotState.Ready)),
        PoolEvent.Gone { Failure: { IsOutside: false } failure } gone => OnFailed(state, settings, gone.Slot, failure.Problem, now),
        PoolEvent.Gone { Failure: null } gone when state.Slots[gone.Slot] == SlotState.Starting => OnFailed(state, settings, gone.Slot, Unexplained, now),
        PoolEvent.Gone gone => Replace(state, gone.Slot),
        PoolEvent.WorkDone => OnWorkDone(state),
        PoolEvent.RetryDue => FillNext(state),
        _ => new(state, []),
    };

    private static Decision<PoolState, PoolEffect> OnFailed(PoolState state, PoolSettings settings, int slot, string problem, TimeSpan now)
    {
        var recent = state.RecentFailures.RemoveAll(at => now - at >= settings.DegradedWindow).Add(now);
        var next = With(state, slot, SlotState.Empty) with
        {
            FailedStarts = state.FailedStarts + 1,
            RecentFailures = recent,
            IsDegraded = state.IsDegraded || recent.Count > settings.DegradedAfter,
            Problem = problem,
        };
        return new(next, [new Pause(next.IsDegraded ? settings.DegradedRetry : BackOff(settings, next.FailedStarts))]);
    }

    private static Decision<PoolState, PoolEffect> Replace(PoolState state, int slot) =>
        new(With(state, slot, SlotState.Starting) with { Restarts = state.Restarts + 1 }, [new Start(slot)]);

    private static Decision<PoolState, PoolEffect> OnWorkDone(PoolState state) =>
        state is { FailedStarts: 0, IsDegraded: false }
            ? new(state, [])
            : StartAll(state with
            {
                FailedStarts = 0,
                RecentFailures = [],
                IsDegraded = false,
                Problem = null,
                Restarts = state.Restarts + state.Slots.Count(slot => slot == SlotState.Empty),
            });

    private static Decision<PoolState, PoolEffect> StartAll(PoolState state)
    {
        var empty = Enumerable.Range(0, state.Slots.Length).Where(slot => state.Slots[slot] == SlotState.Empty).ToArray();
        return new(empty.Aggregate(state, (next, slot) => With(next, slot, SlotState.Starting)), [.. empty.Select(slot => new Start(slot))]);
    }

    /// <summary>One more start, unless one is under way that will show whether starts succeed.</summary>
    private static Decision<PoolState, PoolEffect> FillNext(PoolState state)
    {
        var slot = state.Slots.IndexOf(SlotState.Empty);
        return slot < 0 || state.Slots.Contains(SlotState.Starting)
            ? new(state, [])
            : new(With(state, slot, SlotState.Starting) with { Restarts = state.Restarts + 1 }, [new Start(slot)]);
    }

    private static TimeSpan BackOff(PoolSettings settings, int failedStarts)
    {
        var doubled = settings.FirstBackOff * Math.Pow(2, Math.Min(failedStarts - 1, 30));
        return doubled < settings.LongestBackOff ? doubled : settings.LongestBackOff;
    }

    private static PoolState With(PoolState state, int slot, SlotState value) => state with { Slots = state.Slots.SetItem(slot, value) };
}

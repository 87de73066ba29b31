using System.Collections.Immutable;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Actors.Pools;

public sealed class PoolDeciderTests
{
    private static readonly PoolSettings Settings = new();

    private PoolState _state = PoolState.Of(2);
    private TimeSpan _now = TimeSpan.FromSeconds(100);
    private ImmutableArray<PoolEffect> _effects = [];

    public PoolDeciderTests() => Decide(new PoolEvent.Begin());

    [Fact]
    public void All_slots_are_started_at_once() => Assert.Equal([0, 1], Started());

    [Fact]
    public void A_worker_that_worked_and_died_is_replaced_at_once()
    {
        Decide(new PoolEvent.Ready(0));
        Decide(new PoolEvent.Gone(0, Failure: null));

        Assert.Equal([0], Started());
        Assert.Equal((0, 1L), (_state.FailedStarts, _state.Restarts));
    }

    [Fact]
    public void A_start_that_something_else_ended_counts_for_nothing()
    {
        Decide(new PoolEvent.Gone(0, new(0, "killed", IsOutside: true)));

        Assert.Equal([0], Started());
        Assert.Equal(0, _state.FailedStarts);
    }

    [Fact]
    public void Failed_starts_are_waited_after_twice_as_long_each_time_up_to_the_longest()
    {
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            _now += TimeSpan.FromMinutes(10); // outside of the window, so that the pool is not degraded
            Fail(0);
            pauses.Add(_effects.OfType<PoolEffect.Pause>().Single().For.TotalSeconds);
            Decide(new PoolEvent.Ready(1));
            Decide(new PoolEvent.RetryDue());
        }

        Assert.Equal([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30, 30, 30], pauses.Select(pause => Math.Round(pause, 3)));
    }

    [Fact]
    public void While_starts_fail_one_slot_is_tried_at_a_time()
    {
        Fail(0);
        Fail(1);
        Decide(new PoolEvent.RetryDue());
        Assert.Equal([0], Started());
        Decide(new PoolEvent.RetryDue());
        Assert.Empty(Started());
        Decide(new PoolEvent.Ready(0));
        Assert.Equal([1], Started());
    }

    [Fact]
    public void More_than_five_failures_in_a_minute_make_a_pool_degraded_until_work_is_done()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.False(_state.IsDegraded);
            _now += TimeSpan.FromSeconds(11);
            Fail(0);
        }

        Assert.True(_state.IsDegraded);
        Assert.Equal(30, _effects.OfType<PoolEffect.Pause>().Single().For.TotalSeconds);
        Decide(new PoolEvent.Ready(1));
        Decide(new PoolEvent.WorkDone());
        Assert.Equal((false, 0, null), (_state.IsDegraded, _state.FailedStarts, _state.Problem));
    }

    [Theory]
    [InlineData(0, 8, 64, 4)]
    [InlineData(0, 2, 64, 2)]
    [InlineData(0, 8, 3, 3)]
    [InlineData(0, 8, 0, 1)]
    [InlineData(7, 2, 1, 7)]
    public void A_pool_is_as_large_as_cores_and_memory_allow(int size, int cores, long gigabytes, int expected) =>
        Assert.Equal(expected, PoolSize.Of(new PoolSettings { Size = size }, cores, gigabytes << 30));

    private void Fail(int slot) => Decide(new PoolEvent.Gone(slot, new(slot, "it broke", IsOutside: false)));

    private IEnumerable<int> Started() => _effects.OfType<PoolEffect.Start>().Select(start => start.Slot);

    private void Decide(object message) => (_state, _effects) = PoolDecider.Decide(_state, Settings, message, _now);
}

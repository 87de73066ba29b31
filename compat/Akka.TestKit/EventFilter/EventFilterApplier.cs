using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Akka.Actor;

namespace Akka.TestKit.Internal;

internal sealed class EventFilterApplier(
    TestKitBase testkit,
    ActorSystem system,
    IReadOnlyList<EventFilterBase> filters) : IEventFilterApplier
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    public EventFilterFactory And => new(testkit, system, filters);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) => Expect(1, action, cancellationToken);

    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, Leeway, Async(action), cancellationToken);

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, Leeway, actionAsync, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Expect(1, timeout, action, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Expect(expectedCount, Leeway, action, cancellationToken);

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, Leeway, actionAsync, cancellationToken);

    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, timeout, Async(action), cancellationToken).GetAwaiter().GetResult();

    public async Task ExpectAsync(
        int expectedCount,
        TimeSpan timeout,
        Func<Task> actionAsync,
        CancellationToken cancellationToken = default)
    {
        var mine = filters.Select(filter => filter.Copy()).ToList();
        var count = 0;
        foreach (var filter in mine)
        {
            filter.Matched += _ => Interlocked.Increment(ref count);
        }

        using var muted = new UnmutableFilter(system, mine);
        await actionAsync().ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        var patience = testkit.Dilated(timeout);

        // None is a claim about the whole time; any other number can be seen as soon as it is reached.
        while (Stopwatch.GetElapsedTime(start) < patience && Volatile.Read(ref count) < Math.Max(expectedCount, 1))
        {
            await Task.Delay(PollInterval, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }

        var seen = Volatile.Read(ref count);
        testkit.Assertions.AssertTrue(
            seen == expectedCount,
            seen < expectedCount
                ? "Timeout ({0}) while waiting for messages. Only received {1}/{2} messages that matched the filter"
                : "Waited {0}. Received {1} messages that matched the filter, expected {2}",
            patience,
            seen,
            expectedCount);
    }

    public void Mute(Action action, CancellationToken cancellationToken = default)
    {
        using var muted = Mute();
        action();
    }

    public async Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default)
    {
        using var muted = Mute();
        await action().ConfigureAwait(false);
    }

    public IUnmutableFilter Mute() => new UnmutableFilter(system, [.. filters]);

    private TimeSpan Leeway => testkit.TestKitSettings.TestEventFilterLeeway;

    private static Func<Task> Async(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private sealed class UnmutableFilter : IUnmutableFilter
    {
        private readonly ActorSystem _system;
        private readonly IReadOnlyCollection<EventFilterBase> _filters;

        internal UnmutableFilter(ActorSystem system, IReadOnlyCollection<EventFilterBase> filters)
        {
            _system = system;
            _filters = filters;
            system.EventStream.Publish(new Mute(filters));
        }

        public void Unmute() => _system.EventStream.Publish(new Unmute(_filters));

        public void Dispose() => Unmute();
    }
}

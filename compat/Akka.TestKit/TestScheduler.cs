using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.TestKit;

/// <summary>
/// Virtual time: nothing happens until a test advances it. Chosen by akka.scheduler.implementation. What repeats happens once in each
/// advance, and next an interval after the time reached. The monotonic clock is the real one, which no test moves.
/// </summary>
public class TestScheduler : IScheduler, IAdvancedScheduler
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private long _number;

    public TestScheduler(Config schedulerConfig, ILoggingAdapter log)
    {
    }

    public IAdvancedScheduler Advanced => this;

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    public TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(0);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    public void Advance(TimeSpan offset)
    {
        List<Entry> due;
        lock (_gate)
        {
            _now += offset;
            due = [.. _entries.Where(entry => entry.DueAt <= _now).OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Number)];
            _entries.RemoveAll(due.Contains);
        }

        foreach (var entry in due.Where(entry => !entry.IsCancelled))
        {
            entry.Action();
        }

        foreach (var entry in due.Where(entry => entry.Interval is not null && !entry.IsCancelled))
        {
            Add(entry.Interval.Value, entry.Interval, entry.Action, entry.Cancelable);
        }
    }

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(delay, null, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable cancelable) =>
        Add(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) => Add(delay, null, action, cancelable);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Add(initialDelay, interval, action, cancelable);

    private void Add(TimeSpan delay, TimeSpan? interval, Action action, ICancelable cancelable)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(_now + delay, _number++, interval, action, cancelable));
        }
    }

    private sealed record Entry(DateTimeOffset DueAt, long Number, TimeSpan? Interval, Action Action, ICancelable Cancelable)
    {
        internal bool IsCancelled => Cancelable is { IsCancellationRequested: true };
    }
}

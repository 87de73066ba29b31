using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>One thread and a wheel; the thread sleeps until the next bucket that is not empty.</summary>
internal sealed class HashedWheelTimerScheduler : IScheduler, IAdvancedScheduler, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _earlier = new();
    private readonly TimerWheel _wheel;
    private readonly TimeSpan _tick;
    private readonly ILoggingAdapter _log;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Thread _thread;
    private long _wakeTick = TimerWheel.Never;
    private bool _ended;

    public HashedWheelTimerScheduler(Config scheduler, ILoggingAdapter log)
    {
        _tick = scheduler.GetTimeSpan("akka.scheduler.tick-duration");
        _wheel = new TimerWheel(_tick, scheduler.GetInt("akka.scheduler.ticks-per-wheel"));
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = "akka.scheduler" };
        _thread.Start();
    }

    public IAdvancedScheduler Advanced => this;

    public DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public TimeSpan MonotonicClock => Stopwatch.GetElapsedTime(0);

    public TimeSpan HighResMonotonicClock => MonotonicClock;

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellOnce(delay, receiver, message, sender, null);

    public void ScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Add(new TimerEntry(() => receiver.Tell(message, sender), null, cancelable), delay);

    public void ScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender) =>
        ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, null);

    public void ScheduleTellRepeatedly(
        TimeSpan initialDelay,
        TimeSpan interval,
        ICanTell receiver,
        object message,
        IActorRef sender,
        ICancelable cancelable) =>
        Add(new TimerEntry(() => receiver.Tell(message, sender), Positive(interval), cancelable), initialDelay);

    public void ScheduleOnce(TimeSpan delay, Action action) => ScheduleOnce(delay, action, null);

    public void ScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) => Add(new TimerEntry(action, null, cancelable), delay);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action) =>
        ScheduleRepeatedly(initialDelay, interval, action, null);

    public void ScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Add(new TimerEntry(action, Positive(interval), cancelable), initialDelay);

    /// <summary>Ends the thread; what is scheduled is forgotten.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _earlier.Set();
        }

        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private static TimeSpan Positive(TimeSpan interval) =>
        interval > TimeSpan.Zero
            ? interval
            : throw new ArgumentOutOfRangeException(nameof(interval), interval, "an interval must be longer than nothing");

    private void Add(TimerEntry entry, TimeSpan delay)
    {
        if (delay < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(delay), delay, "a delay must not be negative");
        }

        if (entry.IsCancelled)
        {
            return;
        }

        entry.DueAt = Elapsed + delay;
        lock (_gate)
        {
            if (_ended)
            {
                throw new SchedulerException("the scheduler has ended with its actor system");
            }

            Insert(entry);
        }

        entry.RemoveOnCancel(Remove);
    }

    /// <summary>Under the lock.</summary>
    private void Insert(TimerEntry entry)
    {
        _wheel.Insert(entry);
        if (entry.DueTick < _wakeTick)
        {
            _earlier.Set();
        }
    }

    private void Remove(TimerEntry entry)
    {
        lock (_gate)
        {
            _wheel.Remove(entry);
        }
    }

    private void Run()
    {
        var due = new List<TimerEntry>();
        while (true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                if (_ended)
                {
                    return;
                }

                _earlier.Reset();
                _wakeTick = _wheel.NextTick();
                wait = _wakeTick == TimerWheel.Never ? Timeout.InfiniteTimeSpan : TimeUntil(_wakeTick);
            }

            if (wait != TimeSpan.Zero && _earlier.Wait(wait))
            {
                continue;
            }

            lock (_gate)
            {
                _wheel.TakeDue(Elapsed, due);
            }

            foreach (var entry in due)
            {
                Fire(entry);
            }

            due.Clear();
        }
    }

    private TimeSpan TimeUntil(long tick)
    {
        var left = (_tick * tick) - Elapsed;
        return left > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)) : TimeSpan.Zero;
    }

    private void Fire(TimerEntry entry)
    {
        if (entry.IsCancelled)
        {
            return;
        }

        try
        {
            entry.Action();
        }
        catch (Exception failure)
        {
            _log.Error(failure, "a scheduled action failed");
        }

        if (entry.Interval is not { } interval)
        {
            entry.Finish();
            return;
        }

        lock (_gate)
        {
            if (!entry.IsCancelled)
            {
                entry.DueAt += interval;
                Insert(entry);
            }
        }
    }
}

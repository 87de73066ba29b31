using System;
using System.Collections.Generic;

namespace Akka.Actor.Internal;

/// <summary>
/// Buckets one tick apart, in a ring; an entry lies in the bucket of its tick, in this round or a later one. Adding and removing cost the
/// same however many there are. Not for two threads at a time.
/// </summary>
internal sealed class TimerWheel
{
    /// <summary>The next tick of an empty wheel.</summary>
    internal const long Never = long.MaxValue;

    private readonly LinkedList<TimerEntry>[] _buckets;
    private readonly TimeSpan _tick;
    private long _doneTick;
    private int _count;

    internal TimerWheel(TimeSpan tick, int size)
    {
        _tick = tick;
        _buckets = new LinkedList<TimerEntry>[size];
        for (var i = 0; i < size; i++)
        {
            _buckets[i] = new LinkedList<TimerEntry>();
        }
    }

    internal void Insert(TimerEntry entry)
    {
        // Rounded up: a timer may be late by a tick, but never early.
        entry.DueTick = Math.Max((entry.DueAt.Ticks + _tick.Ticks - 1) / _tick.Ticks, _doneTick + 1);
        entry.Bucket = BucketOf(entry.DueTick);
        entry.Bucket.AddLast(entry.Node);
        _count++;
    }

    internal void Remove(TimerEntry entry)
    {
        if (entry.Bucket is not null)
        {
            entry.Bucket.Remove(entry.Node);
            entry.Bucket = null;
            _count--;
        }
    }

    /// <summary>The first tick with a bucket that is not empty; its entries may belong to a later round.</summary>
    internal long NextTick()
    {
        if (_count == 0)
        {
            return Never;
        }

        var tick = _doneTick + 1;
        while (BucketOf(tick).Count == 0)
        {
            tick++;
        }

        return tick;
    }

    /// <summary>Takes out what is due, the earliest first.</summary>
    internal void TakeDue(TimeSpan now, List<TimerEntry> due)
    {
        var nowTick = now.Ticks / _tick.Ticks;
        for (var tick = Math.Max(_doneTick + 1, nowTick - _buckets.Length + 1); tick <= nowTick; tick++)
        {
            for (var node = BucketOf(tick).First; node is not null;)
            {
                var entry = node.Value;
                node = node.Next;
                if (entry.DueTick <= nowTick)
                {
                    Remove(entry);
                    due.Add(entry);
                }
            }
        }

        _doneTick = Math.Max(nowTick, _doneTick);
        due.Sort(static (left, right) => left.DueAt.CompareTo(right.DueAt));
    }

    private LinkedList<TimerEntry> BucketOf(long tick) => _buckets[tick % _buckets.Length];
}

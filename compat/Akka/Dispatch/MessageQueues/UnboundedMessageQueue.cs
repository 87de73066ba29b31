using System;
using System.Threading;
using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// A list of segments for many producers and one consumer. A producer reserves a slot, then fills it; the message itself says that the slot
/// is full. The consumer may come between the two, and then waits for the message.
/// </summary>
internal sealed class UnboundedMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    /// <summary>An idle actor has one segment of this size.</summary>
    private const int FirstSize = 4;

    /// <summary>Two kilobytes of slots: one allocation for many messages, and far from the large object heap.</summary>
    private const int LargestSize = 128;

    private Segment _head = new(FirstSize);
    private Segment _tail;
    private int _taken;

    internal UnboundedMessageQueue() => _tail = _head;

    public bool HasMessages => _taken < _head.Size ? _head.Reserved > _taken : _head.Next is { Reserved: > 0 };

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        while (true)
        {
            var segment = Volatile.Read(ref _tail);
            if (segment.TryAdd(envelope))
            {
                return;
            }

            Interlocked.CompareExchange(ref _tail, segment.NextOrNew(LargestSize), segment);
        }
    }

    public bool TryDequeue(out Envelope envelope)
    {
        if (!HasMessages)
        {
            envelope = default;
            return false;
        }

        if (_taken == _head.Size)
        {
            _head = _head.Next;
            _taken = 0;
        }

        envelope = _head.Take(_taken++);
        return true;
    }

    private sealed class Segment(int size)
    {
        private readonly Slot[] _slots = new Slot[size];
        private Segment _next;
        private int _reserved;

        internal int Size => _slots.Length;

        /// <summary>More than <see cref="Size"/> where producers came too late.</summary>
        internal int Reserved => Volatile.Read(ref _reserved);

        internal Segment Next => Volatile.Read(ref _next);

        internal bool TryAdd(Envelope envelope)
        {
            var index = Interlocked.Increment(ref _reserved) - 1;
            if (index >= _slots.Length)
            {
                return false;
            }

            ref var slot = ref _slots[index];
            slot.Sender = envelope.Sender;
            Volatile.Write(ref slot.Message, envelope.Message);
            return true;
        }

        internal Envelope Take(int index)
        {
            ref var slot = ref _slots[index];
            var spinner = new SpinWait();
            while (Volatile.Read(ref slot.Message) is null)
            {
                spinner.SpinOnce();
            }

            var envelope = new Envelope(slot.Message, slot.Sender);
            slot = default;
            return envelope;
        }

        internal Segment NextOrNew(int largestSize)
        {
            if (Next is null)
            {
                Interlocked.CompareExchange(ref _next, new Segment(Math.Min(Size * 2, largestSize)), null);
            }

            return Next;
        }
    }

    private struct Slot
    {
        internal object Message;
        internal IActorRef Sender;
    }
}

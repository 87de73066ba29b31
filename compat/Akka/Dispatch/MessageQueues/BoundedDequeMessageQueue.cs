using System;
using System.Collections.Generic;
using System.Threading;
using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Holds at most so many messages. Who puts in one more waits for the push timeout; then the message is a dead letter.</summary>
internal sealed class BoundedDequeMessageQueue : IDequeMessageQueue, IBoundedDequeBasedMessageQueueSemantics
{
    private readonly LinkedList<Envelope> _messages = new();
    private readonly int _capacity;
    private readonly TimeSpan _pushTimeout;
    private readonly IActorRef _deadLetters;

    internal BoundedDequeMessageQueue(int capacity, TimeSpan pushTimeout, IActorRef deadLetters)
    {
        _capacity = capacity;
        _pushTimeout = pushTimeout;
        _deadLetters = deadLetters;
    }

    public bool HasMessages
    {
        get
        {
            lock (_messages)
            {
                return _messages.Count > 0;
            }
        }
    }

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        lock (_messages)
        {
            if (AwaitRoom())
            {
                _messages.AddLast(envelope);
                return;
            }
        }

        _deadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender ?? _deadLetters, receiver), envelope.Sender);
    }

    public void EnqueueFirst(Envelope envelope)
    {
        lock (_messages)
        {
            _messages.AddFirst(envelope);
        }
    }

    public bool TryDequeue(out Envelope envelope)
    {
        lock (_messages)
        {
            envelope = _messages.First?.Value ?? default;
            if (_messages.First is null)
            {
                return false;
            }

            _messages.RemoveFirst();
            Monitor.Pulse(_messages);
            return true;
        }
    }

    private bool AwaitRoom()
    {
        var start = TimeProvider.System.GetTimestamp();
        var left = _pushTimeout;
        while (_messages.Count >= _capacity)
        {
            if (left == TimeSpan.Zero || (left > TimeSpan.Zero && !Monitor.Wait(_messages, left)))
            {
                return false;
            }

            if (left < TimeSpan.Zero)
            {
                Monitor.Wait(_messages);
            }
            else
            {
                var spent = TimeProvider.System.GetElapsedTime(start);
                left = spent < _pushTimeout ? _pushTimeout - spent : TimeSpan.Zero;
            }
        }

        return true;
    }
}

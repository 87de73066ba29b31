using System;
using System.Collections.Generic;
using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Lowest number first; first come, first served among equals.</summary>
internal sealed class UnboundedStablePriorityMessageQueue : IDequeMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly PriorityQueue<Envelope, (int Priority, long Number)> _messages = new();
    private readonly Func<object, int> _priorityGenerator;
    private long _number;

    internal UnboundedStablePriorityMessageQueue(Func<object, int> priorityGenerator) => _priorityGenerator = priorityGenerator;

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
        var priority = _priorityGenerator(envelope.Message);
        lock (_messages)
        {
            _messages.Enqueue(envelope, (priority, _number++));
        }
    }

    /// <summary>The priority decides here too.</summary>
    public void EnqueueFirst(Envelope envelope) => Enqueue(null, envelope);

    public bool TryDequeue(out Envelope envelope)
    {
        lock (_messages)
        {
            return _messages.TryDequeue(out envelope, out _);
        }
    }
}

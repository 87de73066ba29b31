using System.Collections.Generic;
using System.Threading;
using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The unbounded queue with a stack before it, which only the consumer touches.</summary>
internal sealed class UnboundedDequeMessageQueue : IDequeMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly UnboundedMessageQueue _queue = new();
    private readonly Stack<Envelope> _front = new();
    private int _frontCount;

    public bool HasMessages => Volatile.Read(ref _frontCount) > 0 || _queue.HasMessages;

    public void Enqueue(IActorRef receiver, Envelope envelope) => _queue.Enqueue(receiver, envelope);

    public void EnqueueFirst(Envelope envelope)
    {
        _front.Push(envelope);
        Volatile.Write(ref _frontCount, _front.Count);
    }

    public bool TryDequeue(out Envelope envelope)
    {
        if (!_front.TryPop(out envelope))
        {
            return _queue.TryDequeue(out envelope);
        }

        Volatile.Write(ref _frontCount, _front.Count);
        return true;
    }
}

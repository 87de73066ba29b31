using System.Threading;
using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>
/// A linked queue for many producers and one consumer: a producer swaps itself in as the tail, then links from the former tail.
/// Between the two steps the consumer sees a tail that it cannot reach yet, and waits for the link.
/// </summary>
internal sealed class UnboundedMessageQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private Node _head = new();
    private Node _tail;

    internal UnboundedMessageQueue() => _tail = _head;

    public bool HasMessages => _head != Volatile.Read(ref _tail);

    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        var node = new Node { Envelope = envelope };
        var former = Interlocked.Exchange(ref _tail, node);
        Volatile.Write(ref former.Next, node);
    }

    public bool TryDequeue(out Envelope envelope)
    {
        var next = Volatile.Read(ref _head.Next);
        if (next is null)
        {
            if (!HasMessages)
            {
                envelope = default;
                return false;
            }

            next = AwaitLink(_head);
        }

        envelope = next.Envelope;
        next.Envelope = default;
        _head = next;
        return true;
    }

    private static Node AwaitLink(Node node)
    {
        var spinner = new SpinWait();
        while (Volatile.Read(ref node.Next) is null)
        {
            spinner.SpinOnce();
        }

        return node.Next;
    }

    private sealed class Node
    {
        internal Envelope Envelope;
        internal Node Next;
    }
}

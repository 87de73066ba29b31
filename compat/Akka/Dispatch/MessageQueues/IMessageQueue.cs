using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Many put in, one takes out.</summary>
internal interface IMessageQueue
{
    bool HasMessages { get; }

    void Enqueue(IActorRef receiver, Envelope envelope);

    /// <summary>Only for the thread that has the actor's turn.</summary>
    bool TryDequeue(out Envelope envelope);
}

/// <summary>A queue whose consumer can put messages back to its front.</summary>
internal interface IDequeMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    /// <summary>Only for the thread that has the actor's turn.</summary>
    void EnqueueFirst(Envelope envelope);
}

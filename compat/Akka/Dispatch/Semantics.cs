namespace Akka.Dispatch;

/// <summary>What a message queue can do; named by actors that need it and by queues that have it.</summary>
public interface ISemantics;

public interface IUnboundedMessageQueueSemantics : ISemantics;

public interface IBoundedMessageQueueSemantics : ISemantics;

/// <summary>Messages can be put back to the front; needed by a stash.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics;

public interface IUnboundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics;

public interface IBoundedDequeBasedMessageQueueSemantics : IDequeBasedMessageQueueSemantics, IBoundedMessageQueueSemantics;

/// <summary>On an actor: its mailbox must be of this kind.</summary>
public interface IRequiresMessageQueue<T>
    where T : ISemantics;

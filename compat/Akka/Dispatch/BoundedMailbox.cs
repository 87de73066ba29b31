using System;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// Keys: mailbox-capacity, and mailbox-push-timeout-time, how long a sender is blocked when it is full. Zero makes the message a dead
/// letter at once.
/// </summary>
public sealed class BoundedMailbox : MailboxType
{
    private readonly BoundedMailboxSettings _settings;

    public BoundedMailbox(Settings settings, Config config)
        : base(settings, config) => _settings = new BoundedMailboxSettings(settings, config);

    /// <summary>Not a deque, so that a stash is refused here as elsewhere.</summary>
    internal override Type QueueType => typeof(IBoundedMessageQueueSemantics);

    internal override IMessageQueue Create(ActorSystem system) => _settings.NewQueue(system);
}

public sealed class BoundedDequeBasedMailbox : MailboxType
{
    private readonly BoundedMailboxSettings _settings;

    public BoundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config) => _settings = new BoundedMailboxSettings(settings, config);

    internal override Type QueueType => typeof(BoundedDequeMessageQueue);

    internal override IMessageQueue Create(ActorSystem system) => _settings.NewQueue(system);
}

using System;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

public sealed class UnboundedMailbox : MailboxType
{
    public UnboundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    internal override Type QueueType => typeof(UnboundedMessageQueue);

    internal override IMessageQueue Create(ActorSystem system) => new UnboundedMessageQueue();
}

/// <summary>For actors with a stash.</summary>
public sealed class UnboundedDequeBasedMailbox : MailboxType
{
    public UnboundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    internal override Type QueueType => typeof(UnboundedDequeMessageQueue);

    internal override IMessageQueue Create(ActorSystem system) => new UnboundedDequeMessageQueue();
}

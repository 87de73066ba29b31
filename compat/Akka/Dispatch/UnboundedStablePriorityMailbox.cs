using System;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Base of mailboxes that give out the most urgent message first.</summary>
public abstract class UnboundedStablePriorityMailbox : MailboxType
{
    protected UnboundedStablePriorityMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    internal override Type QueueType => typeof(UnboundedStablePriorityMessageQueue);

    /// <returns>The lower, the sooner.</returns>
    protected abstract int PriorityGenerator(object message);

    internal override IMessageQueue Create(ActorSystem system) => new UnboundedStablePriorityMessageQueue(PriorityGenerator);
}

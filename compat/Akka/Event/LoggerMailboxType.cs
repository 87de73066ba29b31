using System;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Event;

/// <summary>Unbounded: a logger must never hold up who logs.</summary>
public sealed class LoggerMailboxType : MailboxType
{
    public LoggerMailboxType(Settings settings, Config config)
        : base(settings, config)
    {
    }

    internal override Type QueueType => typeof(ILoggerMessageQueueSemantics);

    internal override IMessageQueue Create(ActorSystem system) => new UnboundedMessageQueue();
}

using System;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;
using Akka.Event;

namespace Akka.Dispatch;

internal sealed class BoundedMailboxSettings
{
    private readonly int _capacity;
    private readonly TimeSpan _pushTimeout;

    internal BoundedMailboxSettings(Settings settings, Config config)
    {
        _capacity = config.GetInt("mailbox-capacity");
        _pushTimeout = config.GetTimeSpan("mailbox-push-timeout-time");
        if (_capacity <= 0)
        {
            throw new ArgumentException($"mailbox-capacity is {_capacity}; a bounded mailbox needs at least 1", nameof(config));
        }

        if (_pushTimeout != TimeSpan.Zero)
        {
            settings.System.EventStream.Publish(new Warning(nameof(BoundedMailbox), typeof(BoundedMailbox),
                $"mailbox-push-timeout-time is {_pushTimeout}: a full mailbox blocks its senders; 0s makes dead letters instead"));
        }
    }

    internal IMessageQueue NewQueue(ActorSystem system) => new BoundedDequeMessageQueue(_capacity, _pushTimeout, system.DeadLetters);
}

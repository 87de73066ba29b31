using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Publishes objects to those who subscribed to their type or to a base of it; to each subscriber once.</summary>
public class LoggingBus
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<Type, IActorRef[]> _subscribersOf = new();
    private Dictionary<IActorRef, HashSet<Type>> _channels = [];

    private protected LoggingBus()
    {
    }

    public LogLevel LogLevel { get; private set; }

    public virtual bool Subscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            var isNew = !_channels.TryGetValue(subscriber, out var channels) || !channels.Any(known => known.IsAssignableFrom(channel));
            if (isNew)
            {
                Replace(subscriber, [.. channels ?? [], channel]);
            }

            return isNew;
        }
    }

    public virtual bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            if (!_channels.TryGetValue(subscriber, out var channels) || !channels.Any(channel.IsAssignableFrom))
            {
                return false;
            }

            Replace(subscriber, [.. channels.Where(known => !channel.IsAssignableFrom(known))]);
            return true;
        }
    }

    public virtual bool Unsubscribe(IActorRef subscriber)
    {
        ArgumentNullException.ThrowIfNull(subscriber);
        lock (_gate)
        {
            var isKnown = _channels.ContainsKey(subscriber);
            if (isKnown)
            {
                Replace(subscriber, []);
            }

            return isKnown;
        }
    }

    public virtual void Publish(object @event)
    {
        var type = @event.GetType();
        if (!_subscribersOf.TryGetValue(type, out var subscribers))
        {
            lock (_gate)
            {
                var fitting = _channels.Where(entry => entry.Value.Any(channel => channel.IsAssignableFrom(type)));
                subscribers = [.. fitting.Select(entry => entry.Key)];
                _subscribersOf[type] = subscribers;
            }
        }

        foreach (var subscriber in subscribers)
        {
            subscriber.Tell(@event);
        }
    }

    public void SetLogLevel(LogLevel logLevel) => LogLevel = logLevel;

    private protected bool IsSubscribed(IActorRef subscriber)
    {
        lock (_gate)
        {
            return _channels.ContainsKey(subscriber);
        }
    }

    private void Replace(IActorRef subscriber, HashSet<Type> channels)
    {
        var changed = new Dictionary<IActorRef, HashSet<Type>>(_channels);
        if (channels.Count == 0)
        {
            changed.Remove(subscriber);
        }
        else
        {
            changed[subscriber] = channels;
        }

        _channels = changed;
        _subscribersOf.Clear();
    }
}

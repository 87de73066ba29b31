using System;
using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Event;

/// <summary>The system's bus: dead letters, log events and whatever its actors publish. A dead subscriber is forgotten.</summary>
public class EventStream : LoggingBus
{
    private IActorRef _undertaker;

    internal EventStream()
    {
    }

    public override bool Subscribe(IActorRef subscriber, Type channel)
    {
        var isNew = base.Subscribe(subscriber, channel);
        if (isNew)
        {
            _undertaker?.Tell(new EventStreamUndertaker.Register(subscriber), ActorRefs.NoSender);
        }

        return isNew;
    }

    public override bool Unsubscribe(IActorRef subscriber, Type channel)
    {
        var wasKnown = base.Unsubscribe(subscriber, channel);
        if (wasKnown && !IsSubscribed(subscriber))
        {
            _undertaker?.Tell(new EventStreamUndertaker.Release(subscriber), ActorRefs.NoSender);
        }

        return wasKnown;
    }

    public override bool Unsubscribe(IActorRef subscriber)
    {
        var wasKnown = base.Unsubscribe(subscriber);
        if (wasKnown)
        {
            _undertaker?.Tell(new EventStreamUndertaker.Release(subscriber), ActorRefs.NoSender);
        }

        return wasKnown;
    }

    /// <summary>From now on subscribers are watched.</summary>
    internal void StartUndertaker(ActorSystemImpl system) =>
        _undertaker = system.SystemActorOf(Props.Create(() => new EventStreamUndertaker(this)), "eventStreamUnsubscriber");

    internal bool HasSubscriptions(IActorRef subscriber) => IsSubscribed(subscriber);

    internal void Forget(IActorRef subscriber) => base.Unsubscribe(subscriber);
}

public static class EventStreamExtensions
{
    public static bool Subscribe<TChannel>(this EventStream eventStream, IActorRef subscriber) =>
        eventStream.Subscribe(subscriber, typeof(TChannel));
}

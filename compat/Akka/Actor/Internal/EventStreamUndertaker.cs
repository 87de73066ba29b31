using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>Watches the subscribers of the event stream and takes the dead ones out.</summary>
internal sealed class EventStreamUndertaker : ReceiveActor
{
    internal sealed record Register(IActorRef Subscriber);

    internal sealed record Release(IActorRef Subscriber);

    public EventStreamUndertaker(EventStream stream)
    {
        Receive<Register>(message => Context.Watch(message.Subscriber));
        Receive<Release>(message =>
        {
            // It may have subscribed again in the meantime.
            if (!stream.HasSubscriptions(message.Subscriber))
            {
                Context.Unwatch(message.Subscriber);
            }
        });
        Receive<Terminated>(message => stream.Forget(message.ActorRef));
    }
}

using System;

namespace Akka.Actor.Internal;

/// <summary>To a guardian: stop one of your children.</summary>
internal sealed record StopChild(IActorRef Child);

/// <summary>To a guardian: end once this other guardian is dead.</summary>
internal sealed record EndAfter(IActorRef Guardian);

/// <summary>/, /system and /user. The user's actors end first, then those of the system, then the root.</summary>
internal sealed class Guardian : ReceiveActor
{
    public Guardian(Action onEnd)
    {
        Receive<StopChild>(message => Context.Stop(message.Child));
        Receive<EndAfter>(message => Context.Watch(message.Guardian));
        Receive<Terminated>(_ =>
        {
            onEnd();
            Context.Stop(Self);
        });
    }

    /// <summary>The children of a guardian go on, whatever becomes of it.</summary>
    protected override void PreRestart(Exception reason, object message)
    {
    }
}

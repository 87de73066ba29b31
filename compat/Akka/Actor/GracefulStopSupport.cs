using System;
using System.Threading.Tasks;

namespace Akka.Actor;

public static class GracefulStopSupport
{
    /// <inheritdoc cref="GracefulStop(IActorRef, TimeSpan, object)"/>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout) => target.GracefulStop(timeout, PoisonPill.Instance);

    /// <summary>Sends the stop message and waits for the end of the actor. Its name may be free only a moment later.</summary>
    /// <returns>Whether it ended in time.</returns>
    public static Task<bool> GracefulStop(this IActorRef target, TimeSpan timeout, object stopMessage)
    {
        var witness = new DeathWitnessRef((IInternalActorRef)target);
        var death = witness.Watch(timeout);
        target.Tell(stopMessage, ActorRefs.NoSender);
        return death;
    }
}

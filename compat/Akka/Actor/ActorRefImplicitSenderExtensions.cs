namespace Akka.Actor;

/// <summary>Tell and Forward with the actor whose turn it is on this thread.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>The sender is the current actor; outside of actors there is none.</summary>
    public static void Tell(this IActorRef receiver, object message) => receiver.Tell(message, ActorCell.GetCurrentSelfOrNoSender());

    /// <summary>The sender stays who sent the current message.</summary>
    public static void Forward(this IActorRef receiver, object message) => receiver.Tell(message, ActorCell.GetCurrentSenderOrNoSender());
}

using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A place where nobody lives: what comes here is a dead letter; who watches it, or asks who it is, is told so.</summary>
internal sealed class EmptyLocalActorRef(ActorPath path, ActorSystemImpl system) : MinimalActorRef
{
    public override ActorPath Path => path;

    public override IActorRefProvider Provider => system;

    public override void SendSystemMessage(ISystemMessage message)
    {
        if (message is Watch watch && !Equals(watch.Watcher))
        {
            watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, existenceConfirmed: false));
        }
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
        var letter = message as DeadLetter ?? new DeadLetter(message, sender ?? system.DeadLetters, this);
        switch (letter.Message)
        {
            case Identify identify:
                letter.Sender.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
                break;
            case IDeadLetterSuppression suppressed:
                system.EventStream.Publish(new SuppressedDeadLetter(suppressed, letter.Sender, letter.Recipient));
                break;
            default:
                system.EventStream.Publish(letter);
                break;
        }
    }
}

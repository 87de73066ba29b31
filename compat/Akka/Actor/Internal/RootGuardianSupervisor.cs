using Akka.Dispatch.SysMsg;

namespace Akka.Actor.Internal;

/// <summary>Stands above the root: its death is the end of the system, its failure too.</summary>
internal sealed class RootGuardianSupervisor(ActorSystemImpl system) : MinimalActorRef
{
    public override ActorPath Path => system.RootPath;

    public override IActorRefProvider Provider => system;

    public override void SendSystemMessage(ISystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                system.Log.Log(Event.LogLevel.ErrorLevel, failed.Cause, "the root guardian failed, the actor system ends");
                ((IInternalActorRef)failed.Child).Stop();
                break;
            case DeathWatchNotification:
                system.EndOfTheWorld();
                break;
            default:
                break;
        }
    }
}

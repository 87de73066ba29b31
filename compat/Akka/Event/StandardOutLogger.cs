using System;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Prints while the loggers are not there: before they have started and after they have stopped.</summary>
internal sealed class StandardOutLogger : MinimalActorRef
{
    private static readonly ActorPath ItsPath = new RootActorPath(new Address("akka", "all-systems"), "/StandardOutLogger");

    public override ActorPath Path => ItsPath;

    protected override void TellInternal(object message, IActorRef sender) => Console.WriteLine(message);
}

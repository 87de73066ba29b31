using System;
using System.Threading.Tasks;
using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

internal sealed class Create : SystemMessage;

internal sealed class Suspend : SystemMessage;

internal sealed class Terminate : SystemMessage;

/// <summary>Make a new instance because the old one failed with <paramref name="Cause"/>.</summary>
internal sealed class Recreate(Exception cause) : SystemMessage
{
    internal Exception Cause { get; } = cause;
}

/// <summary>Undoes one <see cref="Suspend"/>; with a cause, it answers that failure.</summary>
internal sealed class Resume(Exception causedByFailure) : SystemMessage
{
    internal Exception CausedByFailure { get; } = causedByFailure;
}

internal sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watchee { get; } = watchee;

    internal IInternalActorRef Watcher { get; } = watcher;
}

internal sealed class Unwatch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    internal IInternalActorRef Watchee { get; } = watchee;

    internal IInternalActorRef Watcher { get; } = watcher;
}

/// <summary>The actor is dead: to its parent and to everyone who watches it.</summary>
internal sealed class DeathWatchNotification(IActorRef actor, bool existenceConfirmed) : SystemMessage
{
    internal IActorRef Actor { get; } = actor;

    internal bool ExistenceConfirmed { get; } = existenceConfirmed;
}

/// <summary>One step of an async handler: its continuation, to be run on the actor's turn.</summary>
internal sealed class HandlerStep(ActorTaskScheduler scheduler, Task task) : SystemMessage
{
    internal void Run() => scheduler.RunStep(task);
}

/// <summary>An async handler has ended. Made when it begins, so that its end allocates nothing.</summary>
internal sealed class HandlerDone(ActorCell cell, Envelope handled) : SystemMessage
{
    internal Task Task { get; private set; }

    internal Envelope Handled { get; } = handled;

    internal void Send(Task ended)
    {
        Task = ended;
        cell.SendSystemMessage(this);
    }
}

using System;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

public interface IInternalActor
{
    IActorContext ActorContext { get; }
}

/// <summary>
/// The base of all actors. Made only by <see cref="IActorRefFactory.ActorOf"/>; its members may be used only on its own turn.
/// </summary>
public abstract class ActorBase : IInternalActor
{
    private IActorRef _clearedSelf;
    private SupervisorStrategy _supervisorStrategy;

    protected ActorBase()
    {
        var cell = InternalCurrentActorCellKeeper.Current
            ?? throw new ActorInitializationException("Do not create actors using 'new', always create them using an ActorContext/System");
        cell.Become(Receive);
    }

    IActorContext IInternalActor.ActorContext => Context;

    protected static IActorContext Context => InternalCurrentActorCellKeeper.Current
        ?? throw new NotSupportedException(
            "There is no active ActorContext, this is most likely due to use of async operations from within this actor.");

    protected IActorRef Self => _clearedSelf ?? Context.Self;

    protected IActorRef Sender => Context.Sender;

    internal SupervisorStrategy SupervisorStrategyInternal
    {
        get => _supervisorStrategy ??= SupervisorStrategy();
        set => _supervisorStrategy = value;
    }

    /// <summary>Around each message: whether a behaviour takes it.</summary>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        if (receive(message))
        {
            return true;
        }

        Unhandled(message);
        return false;
    }

    public virtual void AroundPreStart() => PreStart();

    public virtual void AroundPreRestart(Exception cause, object message) => PreRestart(cause, message);

    public virtual void AroundPostRestart(Exception cause, object message) => PostRestart(cause);

    public virtual void AroundPostStop() => PostStop();

    /// <returns>Whether the message was handled.</returns>
    protected abstract bool Receive(object message);

    /// <summary>Before the first message of the first instance, and of later ones through <see cref="PostRestart"/>.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called on the old instance. Stops the children and calls <see cref="PostStop"/> if not overridden.</summary>
    protected virtual void PreRestart(Exception reason, object message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance. Calls <see cref="PreStart"/> if not overridden.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>After the last message.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>Asked once per instance, when the first child fails.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>An unhandled <see cref="Terminated"/> is a death pact: it throws. Everything else is published.</summary>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    internal void Clear(IActorRef self) => _clearedSelf = self;
}

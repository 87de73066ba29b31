using System;
using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

/// <summary>What a parent does about children that fail.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Failed starts, kills and death pacts stop the child; everything else restarts it.</summary>
    public static IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    public static readonly OneForOneStrategy StoppingStrategy = new(_ => Directive.Stop);

    public abstract IDecider Decider { get; }

    protected bool LoggingEnabled { get; set; } = true;

    /// <returns>Whether it is dealt with; if not, the failure is the parent's own.</returns>
    internal bool HandleFailure(ActorCell parent, ChildStats child, Exception cause)
    {
        var directive = Handle(child.Child, cause);
        if (directive == Directive.Escalate)
        {
            LogFailure(parent, child.Child, cause, directive);
            return false;
        }

        LogFailure(parent, child.Child, cause, directive);
        if (directive == Directive.Resume)
        {
            child.Child.Resume(cause);
        }
        else
        {
            ProcessFailure(parent, directive == Directive.Restart, child, cause);
        }

        return true;
    }

    protected abstract Directive Handle(IActorRef child, Exception exception);

    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (!LoggingEnabled || directive == Directive.Escalate)
        {
            return;
        }

        var message = cause is ActorInitializationException { InnerException: { } inner } ? inner.Message : cause.Message;
        var source = child.Path.ToString();
        context.System.EventStream.Publish(directive == Directive.Resume
            ? new Warning(source, GetType(), message)
            : new Error(cause, source, GetType(), message));
    }

    internal abstract void ProcessFailure(ActorCell parent, bool restart, ChildStats child, Exception cause);
}

using System;
using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>From a child to its parent: it failed and waits for a decision. PreRestart sees it where the failure was escalated.</summary>
public sealed class Failed : SystemMessage
{
    internal Failed(IActorRef child, Exception cause, long uid)
    {
        Child = child;
        Cause = cause;
        Uid = uid;
    }

    public IActorRef Child { get; }

    public Exception Cause { get; }

    public long Uid { get; }

    public override string ToString() => $"<Failed>: {Child} ({Uid}) {Cause}";
}

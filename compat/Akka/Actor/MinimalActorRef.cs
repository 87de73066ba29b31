using System;
using System.Collections.Generic;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference with no actor behind it.</summary>
public abstract class MinimalActorRef : ActorRefBase, IInternalActorRef
{
    public virtual IInternalActorRef Parent => ActorRefs.Nobody;

    /// <summary>Null for one that belongs to no system.</summary>
    public virtual IActorRefProvider Provider => null;

    public bool IsLocal => true;

    public virtual IActorRef GetChild(IReadOnlyList<string> name) => name.Count == 0 ? this : ActorRefs.Nobody;

    public virtual void Start()
    {
    }

    public virtual void Stop()
    {
    }

    public virtual void Suspend()
    {
    }

    public virtual void Resume(Exception causedByFailure = null)
    {
    }

    public virtual void Restart(Exception cause)
    {
    }

    public virtual void SendSystemMessage(ISystemMessage message)
    {
    }

    protected override void TellInternal(object message, IActorRef sender)
    {
    }
}

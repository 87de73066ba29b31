using System;
using System.Collections.Generic;
using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.TestKit;

/// <summary>A reference to an actor that works on the thread of its senders, so that a test can look into it after each Tell.</summary>
public abstract class TestActorRefBase<TActor> : IInternalActorRef
    where TActor : ActorBase
{
    private readonly LocalActorRef _actor;

    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef supervisor = null, string name = null)
    {
        var parent = (LocalActorRef)(supervisor is TestProbe probe ? probe.Ref : supervisor ?? ((ExtendedActorSystem)system).Guardian);
        _actor = parent.Cell.AttachChild(actorProps.WithDispatcher(CallingThreadDispatcher.DispatcherId), name);
    }

    /// <summary>The instance; another one after a restart.</summary>
    public TActor UnderlyingActor => (TActor)_actor.Cell.CurrentActor;

    public ActorPath Path => _actor.Path;

    public IInternalActorRef Parent => _actor.Parent;

    public IActorRefProvider Provider => _actor.Provider;

    public bool IsLocal => true;

    /// <summary>Without a sender, unless a test actor or an actor is at work on this thread.</summary>
    public void Tell(object message) => _actor.Tell(message);

    public void Tell(object message, IActorRef sender) => _actor.Tell(message, sender);

    public IActorRef GetChild(IReadOnlyList<string> name) => _actor.GetChild(name);

    public void Start() => _actor.Start();

    public void Stop() => _actor.Stop();

    public void Suspend() => _actor.Suspend();

    public void Resume(Exception causedByFailure = null) => _actor.Resume(causedByFailure);

    public void Restart(Exception cause) => _actor.Restart(cause);

    public void SendSystemMessage(ISystemMessage message) => _actor.SendSystemMessage(message);

    public bool Equals(IActorRef other) => _actor.Equals(other);

    public override bool Equals(object obj) => _actor.Equals(obj);

    public override int GetHashCode() => _actor.GetHashCode();

    public int CompareTo(IActorRef other) => _actor.CompareTo(other);

    public int CompareTo(object obj) => _actor.CompareTo(obj);

    public override string ToString() => _actor.ToString();
}

public class TestActorRef<TActor> : TestActorRefBase<TActor>
    where TActor : ActorBase
{
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef supervisor = null, string name = null)
        : base(system, actorProps, supervisor, name)
    {
    }
}

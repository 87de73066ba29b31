using System;
using System.Collections.Generic;
using Akka.Actor.Internal;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private Children _children;
    private volatile bool _isTerminated;

    internal bool IsTerminating => _isTerminated || _children?.Fate == ChildrenFate.Termination;

    private bool IsNormal => !_isTerminated && (_children is null || _children.Fate is ChildrenFate.None or ChildrenFate.UserRequest);

    private bool IsAwaitingChildrenForRebirth => _children?.Fate is ChildrenFate.Recreation or ChildrenFate.Creation;

    public IActorRef ActorOf(Props props, string name = null) => AttachChild(props, name);

    public IActorRef Child(string name) => (IActorRef)_children?.Get(name) ?? ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => ChildRefs();

    public void Stop(IActorRef child)
    {
        _children?.ShallDie(child);
        ((IInternalActorRef)child).Stop();
    }

    internal IInternalActorRef GetSingleChild(string name) => _children?.Get(name) ?? ActorRefs.Nobody;

    internal IReadOnlyList<IInternalActorRef> ChildRefs() => _children?.Refs() ?? [];

    /// <exception cref="InvalidActorNameException">The name is taken or no name.</exception>
    /// <exception cref="InvalidOperationException">The parent is on its way down.</exception>
    internal LocalActorRef AttachChild(Props props, string name)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (name is null)
        {
            name = Names.Automatic(global::System.Threading.Interlocked.Increment(ref _lastName) - 1);
        }
        else
        {
            Names.Check(name);
        }

        var children = _children ?? global::System.Threading.Interlocked.CompareExchange(ref _children, new Children(), null) ?? _children;
        if (_isTerminated)
        {
            throw Children.NoMoreChildren();
        }

        children.Reserve(name, Self);
        LocalActorRef child;
        try
        {
            child = SystemImpl.NewLocalActor(props, Self, new ChildActorPath(Self.Path, name, Names.NewUid()));
        }
        catch
        {
            children.Unreserve(name);
            throw;
        }

        children.Init(child);
        child.Start();
        for (var suspended = _mailbox.SuspendCount; suspended > 0; suspended--)
        {
            child.Suspend();
        }

        return child;
    }

    internal bool TryGetChild(IActorRef child, out ChildStats stats)
    {
        stats = _children?.Find(child);
        return stats is not null;
    }

    private void StopChildren()
    {
        foreach (var child in ChildRefs())
        {
            Stop(child);
        }
    }

    private void ResumeChildren(Exception causedByFailure, IActorRef perpetrator)
    {
        foreach (var child in ChildRefs())
        {
            child.Resume(child.Equals(perpetrator) ? causedByFailure : null);
        }
    }

    /// <returns>Whether there are dying children to wait for; what comes then is remembered.</returns>
    private bool TryAwaitChildren(ChildrenFate fate, Exception cause) => _children is not null && _children.TryAwait(fate, cause);

    private void SetTerminated()
    {
        _isTerminated = true;
        _children?.End();
    }

    private void HandleChildTerminated(IActorRef child)
    {
        var (fate, cause) = _children.Remove(child);
        switch (fate)
        {
            case ChildrenFate.Recreation:
                FinishRecreate(cause);
                break;
            case ChildrenFate.Creation:
                FinishCreate();
                break;
            case ChildrenFate.Termination:
                SetTerminated();
                FinishTerminate();
                break;
            default:
                break;
        }
    }
}

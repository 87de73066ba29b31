using System;
using System.Collections.Generic;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    /// <summary>Whom it watches, with the message to get instead of Terminated, or null.</summary>
    private Dictionary<IActorRef, object> _watching;

    /// <summary>Those whose Terminated is in the mailbox, with the message to get instead, or null.</summary>
    private Dictionary<IActorRef, object> _terminatedQueued;

    private HashSet<IActorRef> _watchers;

    public IActorRef Watch(IActorRef subject) => Watch(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Watch(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        if (_watching is not null && _watching.Remove(subject))
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch((IInternalActorRef)subject, Self));
        }

        _terminatedQueued?.Remove(subject);
        return subject;
    }

    /// <summary>Its Terminated, received once already, is in the mailbox again.</summary>
    internal void TerminatedQueuedFor(IActorRef subject) => (_terminatedQueued ??= []).TryAdd(subject, null);

    private IActorRef Watch(IActorRef subject, object message)
    {
        var watchee = (IInternalActorRef)subject;
        if (!watchee.Equals(Self) && (_watching ??= []).TryAdd(watchee, message))
        {
            watchee.SendSystemMessage(new Watch(watchee, Self));
        }

        return subject;
    }

    private void UnwatchAll()
    {
        if (_watching is null)
        {
            return;
        }

        foreach (var watchee in _watching.Keys)
        {
            ((IInternalActorRef)watchee).SendSystemMessage(new Unwatch((IInternalActorRef)watchee, Self));
        }

        _watching = null;
        _terminatedQueued = null;
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        if (_terminatedQueued is not null && _terminatedQueued.Remove(terminated.ActorRef, out var message))
        {
            _message = message ?? terminated;
            _actor.AroundReceive(_behaviour, _message);
        }
    }

    private void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed)
    {
        if (_watching is not null && _watching.Remove(actor, out var message) && !IsTerminating)
        {
            (_terminatedQueued ??= [])[actor] = message;
            Self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated: false), actor);
        }

        if (TryGetChild(actor, out _))
        {
            HandleChildTerminated(actor);
        }
    }

    private void AddWatcher(IActorRef watchee, IActorRef watcher)
    {
        if (watchee.Equals(Self) && !watcher.Equals(Self))
        {
            (_watchers ??= []).Add(watcher);
        }
    }

    private void RemoveWatcher(IActorRef watchee, IActorRef watcher)
    {
        if (watchee.Equals(Self))
        {
            _watchers?.Remove(watcher);
        }
    }

    private void TellWatchersWeDied()
    {
        Parent.SendSystemMessage(new DeathWatchNotification(Self, existenceConfirmed: true));
        if (_watchers is null)
        {
            return;
        }

        foreach (var watcher in _watchers)
        {
            if (!watcher.Equals(Parent))
            {
                ((IInternalActorRef)watcher).SendSystemMessage(new DeathWatchNotification(Self, existenceConfirmed: true));
            }
        }

        _watchers = null;
    }
}

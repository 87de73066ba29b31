using System;
using System.Collections.Generic;
using System.Linq;

namespace Akka.Actor.Internal;

/// <summary>
/// The children of one actor, by name, and which of them are dying. Behind a lock, because the guardians get children from any thread.
/// </summary>
internal sealed class Children
{
    private readonly Dictionary<string, ChildStats> _byName = [];
    private readonly HashSet<IActorRef> _dying = [];
    private Exception _cause;
    private bool _ended;

    internal ChildrenFate Fate { get; private set; }

    internal static InvalidOperationException NoMoreChildren() => new("Cannot create child while terminating or terminated");

    internal void Reserve(string name, IActorRef parent)
    {
        lock (_byName)
        {
            if (_ended || Fate == ChildrenFate.Termination)
            {
                throw NoMoreChildren();
            }

            if (!_byName.TryAdd(name, null))
            {
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique! ({parent.Path})");
            }
        }
    }

    internal void Unreserve(string name)
    {
        lock (_byName)
        {
            _byName.Remove(name);
        }
    }

    internal void Init(IInternalActorRef child)
    {
        lock (_byName)
        {
            _byName[child.Path.Name] = new ChildStats(child);
            if (_ended || Fate == ChildrenFate.Termination)
            {
                // The parent was stopped between the reservation and now, by another thread; its children go with it.
                _dying.Add(child);
                child.Stop();
            }
        }
    }

    internal IInternalActorRef Get(string name)
    {
        lock (_byName)
        {
            return _byName.TryGetValue(name, out var stats) ? stats?.Child : null;
        }
    }

    internal ChildStats Find(IActorRef child)
    {
        lock (_byName)
        {
            return _byName.TryGetValue(child.Path.Name, out var stats) && stats is not null && stats.Child.Equals(child) ? stats : null;
        }
    }

    internal IReadOnlyList<IInternalActorRef> Refs()
    {
        lock (_byName)
        {
            return [.. _byName.Values.Where(stats => stats is not null).Select(stats => stats.Child)];
        }
    }

    internal void ShallDie(IActorRef child)
    {
        lock (_byName)
        {
            if (Find(child) is not null && _dying.Add(child) && Fate == ChildrenFate.None)
            {
                Fate = ChildrenFate.UserRequest;
            }
        }
    }

    internal bool TryAwait(ChildrenFate fate, Exception cause)
    {
        lock (_byName)
        {
            if (_dying.Count == 0)
            {
                return false;
            }

            Fate = fate;
            _cause = cause;
            return true;
        }
    }

    internal void End()
    {
        lock (_byName)
        {
            _ended = true;
        }
    }

    /// <returns>What the parent was waiting for and may now do; None where others are still dying.</returns>
    internal (ChildrenFate Fate, Exception Cause) Remove(IActorRef child)
    {
        lock (_byName)
        {
            _byName.Remove(child.Path.Name);
            _dying.Remove(child);
            if (_dying.Count > 0 || Fate == ChildrenFate.None)
            {
                return (ChildrenFate.None, null);
            }

            var due = (Fate, _cause);
            Fate = ChildrenFate.None;
            _cause = null;
            return due;
        }
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Akka.Dispatch.MessageQueues;

namespace Akka.Actor.Internal;

internal sealed class Stash : IStash
{
    private readonly LinkedList<Envelope> _stashed = new();
    private readonly ActorCell _cell;
    private readonly IDequeMessageQueue _mailbox;
    private long _lastStashed = -1;

    internal Stash(ActorCell cell)
    {
        _cell = cell;
        _mailbox = cell.Mailbox.Queue as IDequeMessageQueue
            ?? throw new NotSupportedException(
                $"{cell.Self} has a stash and needs a deque-based mailbox; its own is {cell.Mailbox.Queue.GetType().Name}");
        Capacity = cell.SystemImpl.Mailboxes.StashCapacity(cell.Props);
    }

    public int Count => _stashed.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => Count > 0;

    public bool IsFull => Capacity >= 0 && Count >= Capacity;

    public int Capacity { get; }

    void IStash.Stash()
    {
        if (_lastStashed == _cell.CurrentEnvelopeId)
        {
            throw new IllegalActorStateException($"Can't stash the same message {_cell.CurrentEnvelope.Message} more than once");
        }

        if (IsFull)
        {
            throw new StashOverflowException($"Couldn't enqueue message {_cell.CurrentEnvelope} to stash of {_cell.Self}");
        }

        _lastStashed = _cell.CurrentEnvelopeId;
        _stashed.AddLast(_cell.CurrentEnvelope);
    }

    public void Unstash()
    {
        if (_stashed.First is { } first)
        {
            _stashed.RemoveFirst();
            EnqueueFirst(first.Value);
        }
    }

    public void UnstashAll() => UnstashAll(static _ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        foreach (var envelope in ClearStash().Reverse().Where(predicate))
        {
            EnqueueFirst(envelope);
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        var all = _stashed.ToList();
        _stashed.Clear();
        return all;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        foreach (var envelope in envelopes.Reverse())
        {
            if (IsFull)
            {
                throw new StashOverflowException($"Couldn't enqueue message {envelope.Message} to stash of {_cell.Self}");
            }

            _stashed.AddFirst(envelope);
        }
    }

    /// <summary>A Terminated is delivered only where the actor knows that one is due.</summary>
    private void EnqueueFirst(Envelope envelope)
    {
        _mailbox.EnqueueFirst(envelope);
        if (envelope.Message is Terminated terminated)
        {
            _cell.TerminatedQueuedFor(terminated.ActorRef);
        }
    }
}

using System;
using System.Collections.Generic;

namespace Akka.Actor.Internal;

/// <summary>Something scheduled, and where it lies in the wheel.</summary>
internal sealed class TimerEntry
{
    private readonly ICancelable _cancelable;
    private Action _remove;

    internal TimerEntry(Action action, TimeSpan? interval, ICancelable cancelable)
    {
        Action = action;
        Interval = interval;
        _cancelable = cancelable;
        Node = new LinkedListNode<TimerEntry>(this);
    }

    internal Action Action { get; }

    internal TimeSpan? Interval { get; }

    internal TimeSpan DueAt { get; set; }

    internal long DueTick { get; set; }

    internal LinkedListNode<TimerEntry> Node { get; }

    /// <summary>Null while it lies in none.</summary>
    internal LinkedList<TimerEntry> Bucket { get; set; }

    internal bool IsCancelled => _cancelable is { IsCancellationRequested: true };

    internal void RemoveOnCancel(Action<TimerEntry> remove)
    {
        if (_cancelable is Cancelable own)
        {
            _remove = () => remove(this);
            own.OnCancel(_remove);
        }
    }

    internal void Finish()
    {
        if (_remove is not null)
        {
            ((Cancelable)_cancelable).Forget(_remove);
        }
    }
}

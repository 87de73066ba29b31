using System;
using System.Collections.Generic;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private Queue<SystemMessage> _postponed;

    private enum State : byte
    {
        Normal,
        Suspended,
        AwaitingChildren,
    }

    private State CurrentState =>
        IsAwaitingChildrenForRebirth ? State.AwaitingChildren : _mailbox.SuspendCount > 0 ? State.Suspended : State.Normal;

    internal void SystemInvoke(SystemMessage message)
    {
        if (MustPostpone(message))
        {
            (_postponed ??= new Queue<SystemMessage>()).Enqueue(message);
            return;
        }

        var before = CurrentState;
        try
        {
            Handle(message);
        }
        catch (Exception failure)
        {
            HandleInvokeFailure(failure, message as Failed);
        }

        if (_postponed is { Count: > 0 } && CurrentState < before && !_mailbox.IsClosed)
        {
            var waiting = _postponed;
            _postponed = null;
            foreach (var postponed in waiting)
            {
                SystemInvoke(postponed);
            }
        }
    }

    /// <summary>
    /// While it waits for its children to make a new instance, nothing may change its state but their deaths and its own end; while it is
    /// suspended, it does not decide over its children's failures.
    /// </summary>
    private bool MustPostpone(SystemMessage message) => message switch
    {
        Failed => CurrentState != State.Normal,
        Recreate or Suspend or Resume or Dispatch.SysMsg.Create => CurrentState == State.AwaitingChildren,
        _ => false,
    };

    private void Handle(SystemMessage message)
    {
        if (_mailbox.IsClosed)
        {
            return;
        }

        switch (message)
        {
            case Dispatch.SysMsg.Create:
                Create();
                break;
            case Failed failed:
                HandleFailed(failed);
                break;
            case DeathWatchNotification death:
                WatchedActorTerminated(death.Actor, death.ExistenceConfirmed);
                break;
            case Watch watch:
                AddWatcher(watch.Watchee, watch.Watcher);
                break;
            case Unwatch unwatch:
                RemoveWatcher(unwatch.Watchee, unwatch.Watcher);
                break;
            case Suspend:
                FaultSuspend();
                break;
            case Resume resume:
                FaultResume(resume.CausedByFailure);
                break;
            case Recreate recreate:
                FaultRecreate(recreate.Cause);
                break;
            case Dispatch.SysMsg.Terminate:
                Terminate();
                break;
            case HandlerStep step:
                RunStep(step);
                break;
            case HandlerDone done:
                EndHandler(done);
                break;
            default:
                throw new NotSupportedException($"Unknown system message {message.GetType().Name}");
        }
    }
}

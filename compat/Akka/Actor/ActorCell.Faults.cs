using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private Failure _failure;
    private IActorRef _perpetrator;

    private enum Failure : byte
    {
        None,

        /// <summary>It failed by itself, or is on its way down.</summary>
        Own,

        /// <summary>A child's failure was escalated.</summary>
        OfChild,

        /// <summary>The instance could not be brought up again; only a new one helps.</summary>
        Fatal,
    }

    /// <summary>Stops taking messages, with all its children but those that stand still already, and asks the parent what to do.</summary>
    private void HandleInvokeFailure(Exception cause, Failed escalated = null, IReadOnlyList<IInternalActorRef> suspended = null)
    {
        if (_failure != Failure.None)
        {
            return;
        }

        _mailbox.Suspend();
        _failure = escalated is null ? Failure.Own : Failure.OfChild;
        _perpetrator = escalated?.Child;
        if (escalated is not null)
        {
            _message = escalated;
            _sender = escalated.Child;
        }

        foreach (var child in ChildRefs())
        {
            if (!child.Equals(_perpetrator) && suspended?.Contains(child) != true)
            {
                child.Suspend();
            }
        }

        Parent.SendSystemMessage(new Failed(Self, cause, Self.Path.Uid));
    }

    private void HandleFailed(Failed failed)
    {
        if (!TryGetChild(failed.Child, out var stats) || stats.Uid != failed.Uid)
        {
            return;
        }

        _sender = failed.Child; // so a strategy can tell by Context.Sender whose failure it decides
        var strategy = _actor?.SupervisorStrategyInternal ?? Akka.Actor.SupervisorStrategy.DefaultStrategy;
        if (!strategy.HandleFailure(this, stats, failed.Cause))
        {
            ExceptionDispatchInfo.Throw(failed.Cause);
        }
    }

    private void FaultSuspend()
    {
        _mailbox.Suspend();
        foreach (var child in ChildRefs())
        {
            child.Suspend();
        }
    }

    private void FaultResume(Exception causedByFailure)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        if (_failure == Failure.Fatal && causedByFailure is not null)
        {
            FaultRecreate(causedByFailure);
            return;
        }

        var perpetrator = _perpetrator;
        _mailbox.Resume();
        if (causedByFailure is not null)
        {
            ClearFailure();
        }

        ResumeChildren(causedByFailure, perpetrator);
    }

    private void FaultRecreate(Exception cause)
    {
        if (_actor is null)
        {
            FaultCreate();
            return;
        }

        if (!IsNormal)
        {
            // One resume for each suspend, or the actor never works again.
            FaultResume(null);
            return;
        }

        var failed = _actor;
        try
        {
            if (_failure != Failure.Fatal)
            {
                failed.AroundPreRestart(cause, _message);
            }
        }
        catch (Exception failure)
        {
            var exception = new PreRestartException(Self, cause, failure, _message);
            Publish(new Error(exception, Self.Path.ToString(), failed.GetType(), failure.Message));
        }
        finally
        {
            ClearActor(failed);
        }

        if (!TryAwaitChildren(ChildrenFate.Recreation, cause))
        {
            FinishRecreate(cause);
        }
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = ChildRefs();
        var failureMessage = _message;
        _mailbox.Resume();
        ClearFailure();
        var fresh = default(ActorBase);
        try
        {
            fresh = NewActor();
            _actor = fresh;
            fresh.AroundPostRestart(cause, failureMessage);
            if (_receiveTimeout is { IsPending: false })
            {
                ScheduleReceiveTimeout();
            }

            if (SystemImpl.Settings.DebugLifecycle)
            {
                Publish(new Debug(Self.Path.ToString(), fresh.GetType(), $"Restarted ({fresh})"));
            }

            foreach (var survivor in survivors)
            {
                survivor.Restart(cause);
            }
        }
        catch (Exception failure)
        {
            _actor = fresh;
            HandleInvokeFailure(new PostRestartException(Self, failure, cause), suspended: survivors);
            _failure = Failure.Fatal;
        }
    }

    /// <summary>There is no instance: its constructor or PreStart failed. Its children, if it made any, go first.</summary>
    private void FaultCreate()
    {
        StopChildren();
        if (!TryAwaitChildren(ChildrenFate.Creation, null))
        {
            FinishCreate();
        }
    }

    private void FinishCreate()
    {
        _mailbox.Resume();
        ClearFailure();
        Create();
    }

    private void ClearFailure()
    {
        _failure = Failure.None;
        _perpetrator = null;
    }
}

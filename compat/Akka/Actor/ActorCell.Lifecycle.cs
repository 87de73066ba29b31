using System;
using Akka.Actor.Internal;
using Akka.Event;

namespace Akka.Actor;

internal sealed partial class ActorCell
{
    private void Create()
    {
        try
        {
            _actor = NewActor();
            _actor.AroundPreStart();
            if (_receiveTimeout is not null)
            {
                ScheduleReceiveTimeout();
            }

            if (SystemImpl.Settings.DebugLifecycle)
            {
                Publish(new Debug(Self.Path.ToString(), _actor.GetType(), $"Started ({_actor})"));
            }
        }
        catch (Exception failure)
        {
            ClearActor(_actor);
            _actor = null;
            throw new ActorInitializationException(Self, "Exception during creation", failure);
        }
    }

    private ActorBase NewActor()
    {
        _behaviour = null;
        _formerBehaviours?.Clear();
        _message = null;
        _sender = null;
        var actor = Props.NewActor()
            ?? throw new ActorInitializationException(Self, $"the producer of {Props.TypeName} made no actor but null");
        actor.SupervisorStrategyInternal = Props.SupervisorStrategy;
        if (actor is IActorStash stashing)
        {
            stashing.Stash = new Internal.Stash(this);
        }

        if (actor is IWithTimers timed)
        {
            timed.Timers = new TimerScheduler(this);
        }

        (actor as IInitializableActor)?.Init();
        return actor;
    }

    /// <summary>Takes leave of an instance: its stash goes back to the mailbox, its timers end.</summary>
    private void ClearActor(ActorBase actor)
    {
        if (actor is null)
        {
            return;
        }

        if (actor is IActorStash { Stash: { } stash })
        {
            stash.UnstashAll();
        }

        if (actor is IWithTimers { Timers: TimerScheduler timers })
        {
            timers.CancelAll();
        }

        TryEnd(actor, "disposing", static (_, actor) => (actor as IDisposable)?.Dispose());
        TryEnd(actor, "releasing", static (props, actor) => props.Release(actor));
        actor.Clear(SystemImpl.DeadLetters);
    }

    /// <summary>What an instance throws at its end is logged: whoever waits for the actor's end or for its next instance is not to blame.</summary>
    private void TryEnd(ActorBase actor, string activity, Action<Props, ActorBase> end)
    {
        try
        {
            end(Props, actor);
        }
        catch (Exception failure)
        {
            Publish(new Error(failure, Self.Path.ToString(), actor.GetType(), $"An error occurred while {activity} {actor.GetType()}"));
        }
    }

    private void Terminate()
    {
        SetReceiveTimeout(null);
        UnwatchAll();
        StopChildren();
        var wasTerminating = IsTerminating;
        if (TryAwaitChildren(ChildrenFate.Termination, null))
        {
            if (!wasTerminating)
            {
                // From here on nobody else decides over it, so a failure on the way down is no one's business.
                _mailbox.Suspend();
                _failure = Failure.Own;
            }
        }
        else
        {
            SetTerminated();
            FinishTerminate();
        }
    }

    private void FinishTerminate()
    {
        var actor = _actor;
        try
        {
            actor?.AroundPostStop();
        }
        catch (Exception failure)
        {
            Publish(new Error(failure, Self.Path.ToString(), actor.GetType(), failure.Message));
        }
        finally
        {
            ClearActor(actor);
            _mailbox.Close();
            TellWatchersWeDied();
            if (SystemImpl.Settings.DebugLifecycle)
            {
                Publish(new Debug(Self.Path.ToString(), Props.Type, "Stopped"));
            }

            _actor = null;
            _behaviour = null;
            _formerBehaviours = null;
            _message = null;
            _sender = null;
        }
    }
}

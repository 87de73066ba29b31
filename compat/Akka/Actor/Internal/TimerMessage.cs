namespace Akka.Actor.Internal;

/// <summary>On its way from the scheduler to the actor; what the actor sees is the <see cref="Payload"/>.</summary>
internal class TimerMessage : INoSerializationVerificationNeeded, Event.IDeadLetterSuppression
{
    internal TimerMessage(object key, object payload, bool isPeriodic, IScheduler scheduler)
    {
        Key = key;
        Payload = payload;
        IsPeriodic = isPeriodic;
        Cancelable = new Cancelable(scheduler);
    }

    internal object Key { get; }

    internal object Payload { get; }

    internal bool IsPeriodic { get; }

    internal Cancelable Cancelable { get; }

    internal void Cancel() => Cancelable.Cancel();

    /// <summary>Refuses messages of cancelled timers, of replaced ones, and of those that a former instance started.</summary>
    internal bool TryAccept(ActorBase actor, IActorRef sender, out Envelope accepted)
    {
        accepted = new Envelope(Payload, sender);
        return actor is IWithTimers { Timers: TimerScheduler timers } && timers.TryAccept(this);
    }
}

internal sealed class QuietTimerMessage(object key, object payload, bool isPeriodic, IScheduler scheduler)
    : TimerMessage(key, payload, isPeriodic, scheduler), INotInfluenceReceiveTimeout;

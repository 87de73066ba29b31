namespace Akka.Actor;

public interface ICanWatch
{
    /// <summary>The watcher gets <see cref="Terminated"/> once the subject is dead. Watching twice is watching once.</summary>
    IActorRef Watch(IActorRef subject);

    /// <summary>
    /// The watcher gets <paramref name="message"/> instead of <see cref="Terminated"/>. Without effect on what is watched already.
    /// </summary>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Also drops a <see cref="Terminated"/> that is queued already.</summary>
    IActorRef Unwatch(IActorRef subject);
}

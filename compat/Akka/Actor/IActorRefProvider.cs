namespace Akka.Actor;

/// <summary>What references need of their system.</summary>
public interface IActorRefProvider
{
    IActorRef DeadLetters { get; }

    Settings Settings { get; }

    ActorPath RootPath { get; }

    /// <summary>A path below /temp that nobody has had.</summary>
    ActorPath TempPath();
}

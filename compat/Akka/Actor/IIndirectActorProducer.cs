using System;

namespace Akka.Actor;

/// <summary>Makes the instances of an actor in its own way, for example by dependency injection.</summary>
public interface IIndirectActorProducer
{
    Type ActorType { get; }

    ActorBase Produce();

    /// <summary>The instance is done with: restarted or stopped.</summary>
    void Release(ActorBase actor);
}

using Akka.Actor;

namespace Kokoro.Actors.Edge;

/// <summary>The one door of the actors: everything that HTTP or a test asks goes through it.</summary>
public sealed class EdgeActor : UntypedActor
{
    protected override void OnReceive(object message) => Unhandled(message);
}

using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge;

/// <summary>What the edge's actor adds to what it is told.</summary>
internal static class EdgeEvent
{
    public sealed record Asked(SpeakProtocol.Speak Speak, IActorRef Asker);

    public sealed record DrainAsked(TimeSpan Within, IActorRef Asker);

    public sealed record DrainTimeIsUp
    {
        public static readonly DrainTimeIsUp Instance = new();
    }
}

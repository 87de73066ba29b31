using Akka.Actor;

namespace Kokoro.Actors.Edge;

/// <summary>Whom the edge passes requests on to.</summary>
/// <param name="Synthesis">Asked only how it is.</param>
internal sealed record EdgePeers(IActorRef Utterances, IActorRef Voices, IActorRef Health, IActorRef Synthesis, IActorRef Timelines);

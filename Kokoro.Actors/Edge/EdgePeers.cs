using Akka.Actor;

namespace Kokoro.Actors.Edge;

/// <summary>Whom the edge passes requests on to.</summary>
/// <param name="Synthesis">Asked only how it is.</param>
/// <param name="Phonemizers">The same.</param>
internal sealed record EdgePeers(IActorRef Utterances, IActorRef Voices, IActorRef Health, IActorRef Synthesis, IActorRef Phonemizers, IActorRef Timelines);

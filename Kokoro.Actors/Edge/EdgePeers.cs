using Akka.Actor;

namespace Kokoro.Actors.Edge;

/// <summary>Whom the edge passes requests on to.</summary>
internal sealed record EdgePeers(IActorRef Utterances, IActorRef Voices, IActorRef Health);

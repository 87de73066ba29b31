using Akka.Actor;

namespace Kokoro.Actors.Utterances;

/// <summary>Whom an utterance asks.</summary>
internal sealed record UtterancePeers(IActorRef Voices, IActorRef Phonemizers, IActorRef Router);

using Akka.Actor;

namespace Kokoro.Actors.Utterances;

/// <summary>Whom an utterance asks, and whom it tells what it did.</summary>
internal sealed record UtterancePeers(IActorRef Voices, IActorRef Phonemizers, IActorRef Router, IActorRef Timelines);

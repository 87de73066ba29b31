using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Phonemizers;

/// <summary>What the router of the phonemizers has to do.</summary>
internal abstract record ReaderEffect
{
    public sealed record Read(IActorRef Worker, QueuedClause Clause) : ReaderEffect;

    public sealed record AskAgain(IActorRef Worker, int Epoch) : ReaderEffect;

    public sealed record GiveUp(IActorRef Worker, UtteranceId Utterance) : ReaderEffect;

    public sealed record Tell(IActorRef Asker, PhonemeProtocol.ClauseFailed Failure) : ReaderEffect;
}

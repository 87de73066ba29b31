using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Phonemizers;

/// <param name="Turn">Of <see cref="ReaderState.Turns"/>, when it was asked for.</param>
/// <param name="Tries">Readers that lost it.</param>
/// <param name="IsGivenUp">Its reader has been told to leave it; nobody waits for it any more.</param>
internal sealed record QueuedClause(PhonemeProtocol.PhonemizeClause Asked, IActorRef ReplyTo, long Turn = 0, int Tries = 0, bool IsGivenUp = false)
{
    /// <summary>An utterance has one clause open at a time.</summary>
    public bool IsSame(QueuedClause other) => Asked.Utterance == other.Asked.Utterance && Asked.Clause.Index == other.Asked.Clause.Index;
}

using System.Collections.Immutable;
using Akka.Actor;

namespace Kokoro.Actors.Protocol;

/// <summary>Between the edge and /user/utterances.</summary>
internal static class UtteranceProtocol
{
    /// <summary>
    /// Edge to utterances: begin this one. The utterance answers <paramref name="ReplyTo"/> itself, once it knows its voice. Later
    /// <see cref="UtteranceEnded"/> comes in any case, exactly once.
    /// </summary>
    /// <param name="Ticket">What was reserved for it.</param>
    /// <param name="Model">What speaks, as <see cref="SpeakProtocol.Accepted"/> shows it.</param>
    public sealed record BeginUtterance(UtteranceTicket Ticket, SpeakProtocol.Speak Speak, IActorRef ReplyTo, string Model) : INoSerializationVerificationNeeded;

    /// <summary>What admission needs to know of an open utterance; the edge forgets it when it restarts, and asks for it again.</summary>
    /// <param name="CostSeconds">Predicted seconds of audio.</param>
    public sealed record UtteranceTicket(
        UtteranceId Id, string Client, string? Session, Delivery Delivery, Priority Priority, Intent Intent, double CostSeconds);

    /// <summary>Utterance to utterances to edge: its voice, language and text are fit to be spoken. What it replaces ends now, and not for a request that was refused.</summary>
    public sealed record UtteranceAccepted(UtteranceId Id);

    /// <summary>Utterances to edge: nothing is left of it, whatever ended it.</summary>
    /// <param name="Problem">Null when it was spoken whole.</param>
    public sealed record UtteranceEnded(UtteranceId Id, SpeechProblem? Problem);

    /// <summary>Edge to utterances: end it now with this problem. Nothing happens if it has ended.</summary>
    public sealed record StopUtterance(UtteranceId Id, SpeechProblem Problem);

    /// <summary>Edge to utterances, after a restart. Reply: <see cref="OpenUtterances"/>.</summary>
    public sealed record ListOpenUtterances
    {
        public static readonly ListOpenUtterances Instance = new();
    }

    public sealed record OpenUtterances(ImmutableArray<OpenUtterance> Open);

    /// <param name="Ticket">As it was begun with.</param>
    /// <param name="SecondsMade">Of its audio, as <see cref="UtteranceProgress"/> said last.</param>
    /// <param name="IsAccepted">Whether <see cref="UtteranceAccepted"/> has been sent.</param>
    public sealed record OpenUtterance(UtteranceTicket Ticket, double SecondsMade, bool IsAccepted);

    /// <summary>Utterance to utterances to edge: so much audio of it has been made, so much less is owed.</summary>
    public sealed record UtteranceProgress(UtteranceId Id, double SecondsMade);
}

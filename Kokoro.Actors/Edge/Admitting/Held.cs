using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Edge.Admitting;

/// <summary>What one open utterance holds.</summary>
/// <param name="SecondsMade">Of its audio.</param>
/// <param name="IsStopping">It has been told to end, and counts for nothing any more.</param>
internal sealed record Held(UtteranceProtocol.UtteranceTicket Ticket, double SecondsMade = 0, bool IsStopping = false)
{
    public double SecondsLeft => Math.Max(0, Ticket.CostSeconds - SecondsMade);

    /// <summary>Who listens: streams of one session are heard one after the other, and without a session each has a listener of its own.</summary>
    public (string Client, string? Session, long Alone) Listener => (Ticket.Client, Ticket.Session, Ticket.Session is null ? Ticket.Id.Number : 0);
}

using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Edge.Admitting;

/// <summary>
/// Two sums against the drain rate. A stream needs a second of audio per second for as long as somebody listens; a whole reply needs all of its audio as soon as
/// possible. What is refused is told when to come back, each one after those that were told so before. Pure.
/// </summary>
/// <param name="Open">By the number of the utterance.</param>
/// <param name="StreamPromises">To those who were refused a stream.</param>
/// <param name="WholePromises">To those who were refused a whole reply.</param>
internal sealed record Admission(ImmutableSortedDictionary<long, Held> Open, DrainRate Rate, Promises StreamPromises, Promises WholePromises)
{
    public static readonly Admission Initial = new(ImmutableSortedDictionary<long, Held>.Empty, DrainRate.Unknown, Promises.None, Promises.None);

    /// <returns>Whether there is room for it; if not, the state with the promise and the refusal.</returns>
    public (Admission Next, SpeechProblem? Refusal) Admit(UtteranceProtocol.UtteranceTicket ticket, AdmissionSettings settings, TimeSpan now)
    {
        var isStream = ticket.Delivery == Delivery.Stream;
        var rate = Math.Max(Rate.Total, DrainRate.Least);
        var streams = Streams(ticket, rate, settings);
        if (isStream)
        {
            if (streams.HasRoom || IsListening(ticket))
                return (With(new Held(ticket)), null);

            var (promises, wait) = StreamPromises.Add(ticket.Client, streams, 1, Seconds(SecondsUntilPlace(streams)), Seconds(ticket.CostSeconds / streams.Limit), now);
            return (this with { StreamPromises = promises }, Refusal(streams, wait));
        }

        var whole = Whole(ticket, rate, streams.Held, settings, out var share);
        if (whole.HasRoom)
            return (With(new Held(ticket)), null);
        var (wholePromises, wholeWait) = WholePromises.Add(ticket.Client, whole, ticket.CostSeconds, Seconds(whole.Excess / share), Seconds(ticket.CostSeconds / share), now);
        return (this with { WholePromises = wholePromises }, Refusal(whole, wholeWait));
    }

    public Admission OnProgress(UtteranceId id, double secondsMade) =>
        Open.TryGetValue(id.Number, out var held) ? With(held with { SecondsMade = secondsMade }) : this;

    public Admission OnStopping(UtteranceId id) => Open.TryGetValue(id.Number, out var held) ? With(held with { IsStopping = true }) : this;

    /// <summary>
    /// Releases what it held; for one that is not open, or not any more, nothing happens. When nothing is held any more there is room for everybody, whatever he was
    /// told.
    /// </summary>
    public Admission OnEnded(UtteranceId id, bool isWhole)
    {
        if (!Open.TryGetValue(id.Number, out var held))
            return this;
        var next = this with { Open = Open.Remove(id.Number), Rate = isWhole ? Rate.OnWhole(held.Ticket.CostSeconds, held.SecondsMade) : Rate };
        return next.Open.IsEmpty ? next with { StreamPromises = Promises.None, WholePromises = Promises.None } : next;
    }

    private Admission With(Held held) => this with { Open = Open.SetItem(held.Ticket.Id.Number, held) };

    private Load Streams(UtteranceProtocol.UtteranceTicket ticket, double rate, AdmissionSettings settings)
    {
        var listeners = Open.Values.Where(IsLiveStream).Select(held => held.Listener).Distinct();
        var byClient = listeners.GroupBy(listener => listener.Client, (client, all) => (client, (double)all.Count()));
        return Load.Of(byClient, ticket.Client, Math.Max(1, settings.StreamShare * rate), settings.NewcomerFactor);
    }

    /// <param name="share">Seconds of audio per second that whole replies get.</param>
    private Load Whole(UtteranceProtocol.UtteranceTicket ticket, double rate, double streams, AdmissionSettings settings, out double share)
    {
        share = Math.Max(rate - streams, rate * settings.WholeLeastShare);
        var byClient = Open.Values
            .Where(held => held is { IsStopping: false, Ticket.Delivery: Delivery.Whole })
            .GroupBy(held => held.Ticket.Client, (client, all) => (client, all.Sum(held => held.SecondsLeft)));
        return Load.Of(byClient, ticket.Client, settings.WholeWait.TotalSeconds * share, settings.NewcomerFactor);
    }

    /// <summary>A place becomes free when a listener has all of his, and what is heard is made no slower than that.</summary>
    private double SecondsUntilPlace(Load streams)
    {
        var left = Open.Values.Where(IsLiveStream).GroupBy(held => held.Listener, (_, all) => all.Sum(held => held.SecondsLeft)).Order().ToArray();
        return left[Math.Clamp((int)Math.Floor(streams.Excess), 0, left.Length - 1)];
    }

    private bool IsListening(UtteranceProtocol.UtteranceTicket ticket) =>
        ticket.Session is { } session && Open.Values.Any(held => IsLiveStream(held) && held.Listener == (ticket.Client, session));

    private static bool IsLiveStream(Held held) => held is { IsStopping: false, Ticket.Delivery: Delivery.Stream };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Max(0, seconds));

    private static SpeechProblem Refusal(Load load, TimeSpan wait) => load.IsOverShare
        ? new(ProblemKind.OverShare, "this client holds more than half of what the server can do; let some of it finish first", RetryAfter: wait)
        : new(ProblemKind.Full, "the server has as much work as it can do in time; try again as told", RetryAfter: wait);
}

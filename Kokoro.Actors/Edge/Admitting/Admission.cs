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

        // The same listener wants something else now; what he no longer hears makes room for it.
        var beside = BesideIt(ticket);
        var streams = Streams(beside, ticket, rate, settings);
        if (isStream)
        {
            if (streams.HasRoom || IsListening(ticket))
                return (With(new Held(ticket)), null);

            var (promises, wait) = StreamPromises.Add(ticket.Client, streams, 1, Seconds(SecondsUntilPlace(beside, streams)), Seconds(ticket.CostSeconds / streams.Limit), now);
            return (this with { StreamPromises = promises }, Refusal(streams, wait));
        }

        var whole = Whole(beside, ticket, rate, streams.Held, settings, out var share);
        if (whole.HasRoom)
            return (With(new Held(ticket)), null);
        var (wholePromises, wholeWait) = WholePromises.Add(ticket.Client, whole, ticket.CostSeconds, Seconds(whole.Excess / share), Seconds(ticket.CostSeconds / share), now);
        return (this with { WholePromises = wholePromises }, Refusal(whole, wholeWait));
    }

    public Admission OnProgress(UtteranceId id, double secondsMade) =>
        Open.TryGetValue(id.Number, out var held) ? With(held with { SecondsMade = secondsMade }) : this;

    /// <summary>What the listener of this one no longer wants to hear.</summary>
    public IEnumerable<Held> ReplacedBy(Held newer) => IsPlayOfSession(newer)
        ? Open.Values.Where(held => !held.IsStopping && held.Ticket.Id.Number < newer.Ticket.Id.Number && held.Listener == newer.Listener)
        : [];

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

    /// <summary>
    /// What counts beside a new one: not what was told to end, nor what will be once this one, or another that is open, has turned out to be fit to be spoken.
    /// </summary>
    private Held[] BesideIt(UtteranceProtocol.UtteranceTicket ticket)
    {
        var newest = Open.Values.Append(new Held(ticket)).Where(IsPlayOfSession).GroupBy(held => held.Listener).ToDictionary(all => all.Key, all => all.Max(held => held.Ticket.Id.Number));
        return [.. Open.Values.Where(held => !held.IsStopping && held.Ticket.Id.Number >= newest.GetValueOrDefault(held.Listener))];
    }

    private static Load Streams(Held[] beside, UtteranceProtocol.UtteranceTicket ticket, double rate, AdmissionSettings settings)
    {
        var listeners = beside.Where(IsStream).Select(held => held.Listener).Distinct();
        var byClient = listeners.GroupBy(listener => listener.Client, (client, all) => (client, (double)all.Count()));
        return Load.Of(byClient, ticket.Client, Math.Max(1, settings.StreamShare * rate), settings.NewcomerFactor);
    }

    /// <param name="share">Seconds of audio per second that whole replies get.</param>
    private static Load Whole(Held[] beside, UtteranceProtocol.UtteranceTicket ticket, double rate, double streams, AdmissionSettings settings, out double share)
    {
        share = Math.Max(rate - streams, rate * settings.WholeLeastShare);
        var byClient = beside.Where(held => !IsStream(held)).GroupBy(held => held.Ticket.Client, (client, all) => (client, all.Sum(held => held.SecondsLeft)));
        return Load.Of(byClient, ticket.Client, settings.WholeWait.TotalSeconds * share, settings.NewcomerFactor);
    }

    /// <summary>A place becomes free when a listener has all of his, and what is heard is made no slower than that.</summary>
    private static double SecondsUntilPlace(Held[] beside, Load streams)
    {
        var left = beside.Where(IsStream).GroupBy(held => held.Listener, (_, all) => all.Sum(held => held.SecondsLeft)).Order().ToArray();
        return left[Math.Clamp((int)Math.Floor(streams.Excess), 0, left.Length - 1)];
    }

    /// <summary>Also if what he listens to gives way to this one: then it takes that place.</summary>
    private bool IsListening(UtteranceProtocol.UtteranceTicket ticket) =>
        Open.Values.Any(held => !held.IsStopping && IsStream(held) && held.Listener == new Held(ticket).Listener);

    private static bool IsPlayOfSession(Held held) => held.Ticket is { Session: not null, Intent: Intent.Play };

    private static bool IsStream(Held held) => held.Ticket.Delivery == Delivery.Stream;

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(Math.Max(0, seconds));

    private static SpeechProblem Refusal(Load load, TimeSpan wait) => load.IsOverShare
        ? new(ProblemKind.OverShare, "this client holds more than half of what the server can do; let some of it finish first", RetryAfter: wait)
        : new(ProblemKind.Full, "the server has as much work as it can do in time; try again as told", RetryAfter: wait);
}

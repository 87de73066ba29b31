using System.Collections.Immutable;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>
/// How much of the engines each client has had, and within a client each utterance. Start-time fair queueing: a clock runs ahead by the cost of each run, the
/// one that is least ahead is next, and whoever comes new or back after a rest starts at the time of those who wait, with neither a credit nor a debt.
/// </summary>
/// <param name="Time">What a client's clock shows at least: the least of those who waited when a run was last taken.</param>
/// <param name="Clients">In seconds of audio.</param>
/// <param name="Utterances">By number; they follow the time of their client.</param>
internal sealed record Shares(double Time, ImmutableSortedDictionary<string, Shares.OfClient> Clients, ImmutableSortedDictionary<long, double> Utterances)
{
    /// <summary>Far more than are ever open. Beyond it all start again as equals, which costs one round of fairness.</summary>
    private const int MostRemembered = 4096;

    public static readonly Shares Equal = new(
        0, ImmutableSortedDictionary.Create<string, OfClient>(StringComparer.Ordinal), ImmutableSortedDictionary<long, double>.Empty);

    /// <summary>Who is next: the least of these.</summary>
    public (double Client, double Utterance) ClocksOf(RunProtocol.SubmitRun run)
    {
        var client = Clients.GetValueOrDefault(run.Client);
        return (Math.Max(Time, client.Clock), Math.Max(client.UtteranceTime, Utterances.GetValueOrDefault(run.Id.Utterance.Number)));
    }

    /// <param name="waiting">All that wait for the same, <paramref name="run"/> among them.</param>
    public Shares Charge(RunProtocol.SubmitRun run, IEnumerable<RunProtocol.SubmitRun> waiting)
    {
        var (clock, utterance) = ClocksOf(run);
        var (time, utteranceTime) = (clock, utterance);
        foreach (var other in waiting)
        {
            var clocks = ClocksOf(other);
            time = Math.Min(time, clocks.Client);
            if (other.Client == run.Client)
                utteranceTime = Math.Min(utteranceTime, clocks.Utterance);
        }

        var kept = Clients.Count < MostRemembered && Utterances.Count < MostRemembered ? this : Equal;
        return new(
            time,
            kept.Clients.SetItem(run.Client, new(clock + run.CostSeconds, utteranceTime)),
            kept.Utterances.SetItem(run.Id.Utterance.Number, utterance + run.CostSeconds));
    }

    public Shares Forget(UtteranceId utterance) => Utterances.ContainsKey(utterance.Number) ? this with { Utterances = Utterances.Remove(utterance.Number) } : this;

    /// <param name="UtteranceTime">What the clocks of its utterances show at least.</param>
    internal readonly record struct OfClient(double Clock, double UtteranceTime);
}

using System.Collections.Immutable;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>
/// Who has been served how much. Start-time fair queueing: a client's clock runs ahead by the cost of each of its runs, the client whose clock is least
/// ahead is next, and one that comes back after a rest starts at the time of the others instead of with a credit.
/// </summary>
/// <param name="Time">The clock of the client that was served last.</param>
/// <param name="Clients">Clocks that are ahead of <paramref name="Time"/>.</param>
/// <param name="Utterances">The same within each client.</param>
/// <param name="FirstTurns">When each client last had a first or urgent run started, by a count of such runs.</param>
/// <param name="IsUrgentNext">Whether it is the turn of urgent runs, while first runs wait too.</param>
/// <param name="BatchServed">Cost of batch runs since both kinds began to wait.</param>
/// <param name="InteractiveServed">Cost of all others since then.</param>
internal sealed record Fairness(
    double Time,
    ImmutableSortedDictionary<string, double> Clients,
    ImmutableSortedDictionary<long, double> Utterances,
    ImmutableSortedDictionary<string, long> FirstTurns,
    long Turn,
    bool IsUrgentNext,
    double BatchServed,
    double InteractiveServed)
{
    public static readonly Fairness Initial = new(
        0,
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal),
        ImmutableSortedDictionary<long, double>.Empty,
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal),
        0, false, 0, 0);

    public double ClockOf(string client) => Clients.GetValueOrDefault(client, Time);

    public double ClockOf(UtteranceId utterance) => Utterances.GetValueOrDefault(utterance.Number, 0);

    public long LastTurnOf(string client) => FirstTurns.GetValueOrDefault(client, -1);

    /// <param name="bothWait">Whether batch runs and others wait.</param>
    public Fairness Charge(RunProtocol.SubmitRun run, bool bothWait)
    {
        var clock = ClockOf(run.Client);
        var served = this with
        {
            Time = Math.Max(Time, clock),
            Clients = Clients.SetItem(run.Client, Math.Max(Time, clock) + run.CostSeconds),
            Utterances = Utterances.SetItem(run.Id.Utterance.Number, ClockOf(run.Id.Utterance) + run.CostSeconds),
        };
        if (!bothWait)
            return served with { BatchServed = 0, InteractiveServed = 0 };
        return run.Priority == Priority.Batch
            ? served with { BatchServed = served.BatchServed + run.CostSeconds }
            : served with { InteractiveServed = served.InteractiveServed + run.CostSeconds };
    }

    public Fairness TakeTurn(string client, bool wasUrgent) =>
        this with { FirstTurns = FirstTurns.SetItem(client, Turn), Turn = Turn + 1, IsUrgentNext = !wasUrgent };

    /// <summary>Forgets an utterance that has nothing left here.</summary>
    public Fairness Forget(UtteranceId utterance) => Utterances.ContainsKey(utterance.Number) ? this with { Utterances = Utterances.Remove(utterance.Number) } : this;

    /// <summary>With nothing queued and nothing running everybody is equal again, and the tables stay small.</summary>
    public static Fairness Rested => Initial;
}

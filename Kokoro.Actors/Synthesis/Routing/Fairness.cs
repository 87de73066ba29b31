using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>Who has been served, as far as it decides who is next.</summary>
/// <param name="Interactive">Among the runs that somebody waits for.</param>
/// <param name="Batch">Among the runs that nobody waits for.</param>
/// <param name="Turns">Of pressing runs: first runs, and runs of streams that are about to fall silent.</param>
/// <param name="IsUrgentNext">Whether an urgent run goes before a first run whose turn it is too.</param>
/// <param name="BatchCredit">Seconds of audio that are owed to batch runs; negative after one has been longer than what was owed.</param>
internal sealed record Fairness(Shares Interactive, Shares Batch, Turns Turns, bool IsUrgentNext, double BatchCredit)
{
    public static readonly Fairness Initial = new(Shares.Equal, Shares.Equal, Turns.Initial, IsUrgentNext: false, BatchCredit: 0);

    public Shares Of(Priority priority) => priority == Priority.Batch ? Batch : Interactive;

    /// <summary>The place of a pressing run; the least is next.</summary>
    public long PlaceOf(QueuedRun queued) => Turns.PlaceOf(queued.Run.Client, queued.Turn);

    public Fairness TakeTurn(string client, bool wasUrgent) => this with { Turns = Turns.Take(client), IsUrgentNext = !wasUrgent };

    /// <param name="waiting">All that wait, <paramref name="run"/> among them.</param>
    /// <param name="batchShare">What batch runs earn while they wait with others; null while they do not.</param>
    public Fairness Charge(RunProtocol.SubmitRun run, IEnumerable<RunProtocol.SubmitRun> waiting, double? batchShare)
    {
        var isBatch = run.Priority == Priority.Batch;
        var shares = Of(run.Priority).Charge(run, waiting.Where(other => other.Priority == run.Priority));
        var earned = batchShare is not { } share ? 0 : run.CostSeconds * (isBatch ? share - 1 : share);
        var charged = this with { BatchCredit = BatchCredit + earned };
        return isBatch ? charged with { Batch = shares } : charged with { Interactive = shares };
    }

    /// <summary>Forgets an utterance that has nothing left here.</summary>
    public Fairness Forget(UtteranceId utterance) => this with { Interactive = Interactive.Forget(utterance), Batch = Batch.Forget(utterance) };

    /// <summary>While nothing waits everybody has what he wants, and is equal again. What is owed to batch runs stays.</summary>
    public Fairness Rested() => Initial with { Turns = Turns.Rested(), BatchCredit = BatchCredit };
}

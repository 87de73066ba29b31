using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>
/// Who is next. Retried runs; then, client after client and in turns, first runs that somebody waits for and runs of streams that are about to fall silent; then
/// everything else, each client getting as much as the others. Batch runs get their share of all that, and what nobody else wants. Pure.
/// </summary>
internal static class RunOrder
{
    /// <returns>The key in the queue, and who has been served when it is taken.</returns>
    public static (long Arrival, Fairness Fairness) Next(RouterState state, RouterSettings settings, TimeSpan now)
    {
        var fairness = state.Fairness;
        var best = new Candidates(fairness);
        foreach (var (arrival, queued) in state.Queue)
            best.Look(arrival, queued, IsUrgent(queued.Run, settings, now));

        var bothWait = best.Batch is not null && best.AnyInteractive;
        if (best.Retry is { } retry)
            return Take(retry);
        if (bothWait && fairness.BatchCredit > 0)
            return Take(best.Batch!.Value);

        var isUrgentTurn = best.IsUrgentTurn;
        if ((isUrgentTurn ? best.Urgent : best.First) is { } pressing)
        {
            fairness = fairness.TakeTurn(state.Queue[pressing].Run.Client, isUrgentTurn);
            return Take(pressing);
        }

        return Take(best.Rest ?? best.Batch!.Value);

        (long, Fairness) Take(long arrival) => (
            arrival, fairness.Charge(state.Queue[arrival].Run, state.Queue.Values.Select(queued => queued.Run), bothWait ? settings.BatchShare : null));
    }

    public static bool IsFirstOfListener(RunProtocol.SubmitRun run) => run is { IsFirst: true, Priority: Priority.Interactive };

    private static bool IsUrgent(RunProtocol.SubmitRun run, RouterSettings settings, TimeSpan now) =>
        run.Priority == Priority.Interactive && run.NeededAt is { } needed && needed - now < settings.UrgentBelow;

    /// <summary>The best of each kind, found in one pass.</summary>
    private sealed class Candidates(Fairness fairness)
    {
        private long _firstPlace = long.MaxValue;
        private long _urgentPlace = long.MaxValue;
        private (double Client, double Utterance) _rest = (double.MaxValue, double.MaxValue);
        private (double Client, double Utterance) _batch = (double.MaxValue, double.MaxValue);

        public long? Retry { get; private set; }

        public long? First { get; private set; }

        public long? Urgent { get; private set; }

        public long? Rest { get; private set; }

        public long? Batch { get; private set; }

        public bool AnyInteractive { get; private set; }

        /// <summary>The client that has waited longest is next; where both kinds have, they alternate.</summary>
        public bool IsUrgentTurn => Urgent is not null && (_urgentPlace < _firstPlace || (_urgentPlace == _firstPlace && fairness.IsUrgentNext));

        public void Look(long arrival, QueuedRun queued, bool isUrgent)
        {
            var run = queued.Run;
            AnyInteractive |= run.Priority == Priority.Interactive;
            if (queued.IsRetry)
            {
                Retry ??= arrival;
            }
            else if (run.Priority == Priority.Batch)
            {
                if (IsBetter(fairness.Batch.ClocksOf(run), ref _batch))
                    Batch = arrival;
            }
            else if (run.IsFirst)
            {
                if (IsBetter(fairness.PlaceOf(queued), ref _firstPlace))
                    First = arrival;
            }
            else if (isUrgent)
            {
                if (IsBetter(fairness.PlaceOf(queued), ref _urgentPlace))
                    Urgent = arrival;
            }
            else if (IsBetter(fairness.Interactive.ClocksOf(run), ref _rest))
            {
                Rest = arrival;
            }
        }

        /// <summary>Equals stay in the order of arrival.</summary>
        private static bool IsBetter<T>(T place, ref T best)
            where T : IComparable<T>
        {
            if (place.CompareTo(best) >= 0)
                return false;
            best = place;
            return true;
        }
    }
}

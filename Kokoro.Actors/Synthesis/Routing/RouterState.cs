using System.Collections.Immutable;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>What waits, who works, and what may not be tried again.</summary>
/// <param name="Permits">One per core.</param>
/// <param name="Queue">By the order of arrival.</param>
/// <param name="NextArrival">The key of the next run in the queue.</param>
/// <param name="Engines">By number; only those that are alive.</param>
/// <param name="IsStarting">Whether the supervisor is starting an engine, as far as is known.</param>
/// <param name="Epoch">Which of its lives this is.</param>
/// <param name="Gain">What all cores gain over one; null until it is known.</param>
internal sealed record RouterState(
    int Permits,
    ImmutableSortedDictionary<long, QueuedRun> Queue,
    long NextArrival,
    ImmutableSortedDictionary<int, RouterEngine> Engines,
    double? Gain,
    Fairness Fairness,
    Quarantine Quarantine,
    bool IsStarting,
    int Epoch)
{
    public int PermitsInUse => Engines.Values.Sum(engine => engine.Permits);

    /// <summary>Runs that can be in work at the same time.</summary>
    public int Parallel => Math.Min(Permits, Engines.Count);

    public static RouterState Initial(int permits, int epoch) => new(
        permits, ImmutableSortedDictionary<long, QueuedRun>.Empty, 0, ImmutableSortedDictionary<int, RouterEngine>.Empty, null, Fairness.Initial, Quarantine.Empty, IsStarting: true, epoch);

    public RouterState Enqueue(QueuedRun run) => this with { Queue = Queue.Add(NextArrival, run), NextArrival = NextArrival + 1 };
}

using System.Collections.Immutable;
using Akka.Actor;
using Kokoro.Actors.Pools;

namespace Kokoro.Actors.Phonemizers;

/// <summary>Clauses that wait, and who reads.</summary>
/// <param name="Queue">In the order of arrival.</param>
/// <param name="Epoch">Which of the router's lives this is.</param>
internal sealed record ReaderState(ImmutableList<QueuedClause> Queue, ImmutableSortedDictionary<int, ReaderState.Reader> Readers, Turns Turns, int Epoch)
{
    public static ReaderState Initial(int epoch) => new([], ImmutableSortedDictionary<int, Reader>.Empty, Turns.Initial, epoch);

    public sealed record Reader(int Slot, IActorRef Worker, QueuedClause? Current, int? ProcessId);
}

using System.Collections.Immutable;
using Akka.Actor;

namespace Kokoro.Actors.Phonemizers;

/// <summary>Clauses that wait, and who reads.</summary>
/// <param name="Queue">In the order in which they are read.</param>
/// <param name="Epoch">Which of the router's lives this is.</param>
internal sealed record ReaderState(ImmutableList<QueuedClause> Queue, ImmutableSortedDictionary<int, ReaderState.Reader> Readers, int Epoch)
{
    public static ReaderState Initial(int epoch) => new([], ImmutableSortedDictionary<int, Reader>.Empty, epoch);

    public sealed record Reader(int Slot, IActorRef Worker, QueuedClause? Current, int? ProcessId);
}

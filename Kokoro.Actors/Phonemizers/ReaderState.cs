using System.Collections.Immutable;
using Akka.Actor;

namespace Kokoro.Actors.Phonemizers;

/// <summary>Clauses that wait, and who reads.</summary>
/// <param name="Queue">In the order in which they are read.</param>
internal sealed record ReaderState(ImmutableList<QueuedClause> Queue, ImmutableSortedDictionary<int, ReaderState.Reader> Readers)
{
    public static readonly ReaderState Initial = new([], ImmutableSortedDictionary<int, Reader>.Empty);

    public sealed record Reader(int Slot, IActorRef Worker, QueuedClause? Current, int? ProcessId);
}

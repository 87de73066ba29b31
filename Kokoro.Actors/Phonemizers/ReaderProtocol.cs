using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Phonemizers;

/// <summary>Between the router of the phonemizers and its workers.</summary>
internal static class ReaderProtocol
{
    /// <summary>A worker has an engine. Sent again after a lost queue, with what it reads.</summary>
    /// <param name="Epoch">As with <see cref="EngineProtocol.EngineReady"/>.</param>
    public sealed record ReaderReady(int Slot, IActorRef Worker, QueuedClause? Holding, int? ProcessId, int Epoch);

    /// <summary>Router to worker. Reply: <see cref="ReaderReady"/> of that epoch.</summary>
    public sealed record AnnounceReader(int Epoch);

    /// <summary>Answered by exactly one <see cref="ClauseLeft"/>; the phonemes go to the clause's asker.</summary>
    public sealed record ReadClause(QueuedClause Clause);

    public sealed record GiveUp(UtteranceId Utterance);

    /// <param name="IsLost">Nobody has been told anything: it has to be read by another.</param>
    public sealed record ClauseLeft(int Slot, QueuedClause Clause, bool IsLost);

    /// <summary>The router found that a worker has stopped.</summary>
    public sealed record ReaderLost(int Slot);
}

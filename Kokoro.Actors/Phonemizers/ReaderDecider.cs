using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using static Kokoro.Actors.Phonemizers.ReaderEffect;

namespace Kokoro.Actors.Phonemizers;

/// <summary>
/// Hands clauses to idle phonemizers: first clauses and retried ones before all others, and within each of the two the clients in turns, so that two hundred texts of
/// one client keep nobody else waiting. Pure.
/// </summary>
internal static class ReaderDecider
{
    /// <summary>Readers that may be lost over one clause: a clause that ends engines is found guilty by its reader, so these were ended from outside.</summary>
    public const int MostTries = 3;

    public static Decision<ReaderState, ReaderEffect> Decide(ReaderState state, object message)
    {
        var effects = ImmutableArray.CreateBuilder<ReaderEffect>();
        var next = message switch
        {
            QueuedClause clause => OnAsked(state, clause),
            PhonemeProtocol.CancelClauses cancel => OnCancel(state, cancel.Utterance, effects),
            ReaderProtocol.ReaderReady ready => OnReady(state, ready, effects),
            ReaderProtocol.ClauseLeft left => OnLeft(state, left, effects),
            ReaderProtocol.ReaderLost lost => OnLost(state, lost.Slot, effects),
            _ => state,
        };
        return new(Dispatch(next, effects), effects.DrainToImmutable());
    }

    private static ReaderState OnAsked(ReaderState state, QueuedClause clause) =>
        state.Queue.Exists(clause.IsSame) || state.Readers.Values.Any(reader => reader.Current is { IsGivenUp: false } current && current.IsSame(clause)) ? state : Enqueue(state, clause);

    private static ReaderState OnCancel(ReaderState state, UtteranceId utterance, ImmutableArray<ReaderEffect>.Builder effects)
    {
        var readers = state.Readers;
        foreach (var reader in state.Readers.Values)
        {
            if (reader.Current is not { IsGivenUp: false } clause || clause.Asked.Utterance != utterance)
                continue;
            effects.Add(new GiveUp(reader.Worker, utterance));
            readers = readers.SetItem(reader.Slot, reader with { Current = clause with { IsGivenUp = true } });
        }

        return state with { Queue = state.Queue.RemoveAll(clause => clause.Asked.Utterance == utterance), Readers = readers };
    }

    private static ReaderState OnReady(ReaderState state, ReaderProtocol.ReaderReady ready, ImmutableArray<ReaderEffect>.Builder effects)
    {
        if (ready.Epoch != state.Epoch)
        {
            effects.Add(new AskAgain(ready.Worker, state.Epoch));
            return state;
        }

        if (state.Readers.TryGetValue(ready.Slot, out var known))
        {
            if (known.Worker.Equals(ready.Worker))
                return state; // it crossed with the clause that it was given
            state = OnLost(state, ready.Slot, effects);
        }

        var queue = ready.Holding is { } holding ? state.Queue.RemoveAll(holding.IsSame) : state.Queue;
        return state with { Queue = queue, Readers = state.Readers.SetItem(ready.Slot, new(ready.Slot, ready.Worker, ready.Holding, ready.ProcessId)) };
    }

    private static ReaderState OnLeft(ReaderState state, ReaderProtocol.ClauseLeft left, ImmutableArray<ReaderEffect>.Builder effects)
    {
        if (!state.Readers.TryGetValue(left.Slot, out var reader) || reader.Current?.IsSame(left.Clause) != true)
            return state;
        return left.IsLost
            ? OnLost(state, left.Slot, effects)
            : state with { Readers = state.Readers.SetItem(left.Slot, reader with { Current = null }) };
    }

    private static ReaderState OnLost(ReaderState state, int slot, ImmutableArray<ReaderEffect>.Builder effects)
    {
        if (!state.Readers.TryGetValue(slot, out var reader))
            return state;
        state = state with { Readers = state.Readers.Remove(slot) };
        return reader.Current is { IsGivenUp: false } clause ? Retry(state, clause, effects) : state;
    }

    private static ReaderState Retry(ReaderState state, QueuedClause clause, ImmutableArray<ReaderEffect>.Builder effects)
    {
        var again = clause with { Tries = clause.Tries + 1 };
        if (again.Tries <= MostTries)
            return Enqueue(state, again);
        var problem = new SpeechProblem(ProblemKind.EngineFailed, "the phoneme engine does not stay alive; see what ends it and try again");
        effects.Add(new Tell(clause.ReplyTo, new(clause.Asked.Utterance, clause.Asked.Clause.Index, problem)));
        return state;
    }

    private static ReaderState Dispatch(ReaderState state, ImmutableArray<ReaderEffect>.Builder effects)
    {
        while (!state.Queue.IsEmpty && state.Readers.Values.FirstOrDefault(reader => reader.Current is null) is { } idle)
        {
            var clause = state.Queue.MinBy(each => (!IsPressing(each), state.Turns.PlaceOf(each.Asked.Client, each.Turn)))!;
            state = state with
            {
                Queue = state.Queue.Remove(clause),
                Readers = state.Readers.SetItem(idle.Slot, idle with { Current = clause }),
                Turns = state.Turns.Take(clause.Asked.Client),
            };
            effects.Add(new Read(idle.Worker, clause));
        }

        return state.Queue.IsEmpty ? state with { Turns = state.Turns.Rested() } : state;
    }

    private static ReaderState Enqueue(ReaderState state, QueuedClause clause) => state with { Queue = state.Queue.Add(clause with { Turn = state.Turns.Count }) };

    private static bool IsPressing(QueuedClause clause) => clause.Asked.IsFirst || clause.Tries > 0;
}

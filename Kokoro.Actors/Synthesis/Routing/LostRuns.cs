using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using static Kokoro.Actors.Synthesis.Routing.RouterEffect;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>
/// What becomes of a run that lost its engine. It is tried again ahead of the queue, until two engines have ended in a way that speaks against it or too many
/// were ended from outside. Pure.
/// </summary>
internal static class LostRuns
{
    private const int EvidenceOfGuilt = 2;

    /// <param name="run">No longer held by an engine.</param>
    public static RouterState Lose(
        RouterState state, RouterSettings settings, QueuedRun run, EngineProtocol.RunEnd.Lost lost, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        var again = lost.IsEvidence ? run with { Evidence = run.Evidence + 1 } : run with { Outside = run.Outside + 1 };
        if (lost.IsEvidence && EvidenceAgainst(state, again) >= EvidenceOfGuilt)
            state = state with { Quarantine = state.Quarantine.Add(run.Run, settings, now) };
        if (state.Quarantine.Holds(run.Run, now))
        {
            Refuse(run.Run, effects);
            return RefuseQueued(state, effects, now);
        }

        if (again.Outside > settings.OutsideRetries)
        {
            var problem = new SpeechProblem(ProblemKind.EngineFailed, $"the engine does not stay alive: it {lost.How}; see what ends it and try again");
            effects.Add(new TellUtterance(run.Run.Utterance, new(run.Run.Id, problem)));
            return state;
        }

        effects.Add(new LogRetry(again, lost.How));
        return state.Enqueue(again);
    }

    /// <summary>Tells the utterance of a run that is quarantined.</summary>
    public static void Refuse(RunProtocol.SubmitRun run, ImmutableArray<RouterEffect>.Builder effects)
    {
        var (start, end) = run.Run.Words.IsEmpty ? ((int?)null, (int?)null) : (run.Run.Words[0].Source.Start, run.Run.Words[^1].Source.End);
        var problem = new SpeechProblem(ProblemKind.Quarantined, "the engine ended twice on this part of the text; write it differently", start, end);
        effects.Add(new TellUtterance(run.Utterance, new(run.Id, problem)));
    }

    /// <summary>The same run may have been asked for more than once: what it did to one engine counts for all of them.</summary>
    private static int EvidenceAgainst(RouterState state, QueuedRun run)
    {
        var suspects = state.Queue.Values.Concat(state.Engines.Values.Select(engine => engine.Current).OfType<QueuedRun>()).Where(other => other.Evidence > 0).ToList();
        if (suspects.Count == 0)
            return run.Evidence;
        var fingerprint = Quarantine.Fingerprint(run.Run);
        return run.Evidence + suspects.Where(other => Quarantine.Fingerprint(other.Run) == fingerprint).Sum(other => other.Evidence);
    }

    private static RouterState RefuseQueued(RouterState state, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        foreach (var (arrival, queued) in state.Queue)
        {
            if (!state.Quarantine.Holds(queued.Run, now))
                continue;
            Refuse(queued.Run, effects);
            state = state with { Queue = state.Queue.Remove(arrival) };
        }

        return state;
    }
}

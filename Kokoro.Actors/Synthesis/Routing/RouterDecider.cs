using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis.RunsToPcm;
using static Kokoro.Actors.Synthesis.Routing.RouterEffect;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>Hands runs to engines, and knows of each run where it is until it is spoken, cancelled or given up. Pure.</summary>
internal static class RouterDecider
{
    /// <param name="now">On the monotonic clock.</param>
    public static Decision<RouterState, RouterEffect> Decide(RouterState state, RouterSettings settings, object message, TimeSpan now)
    {
        var effects = ImmutableArray.CreateBuilder<RouterEffect>();
        var next = message switch
        {
            RunProtocol.SubmitRun run => OnSubmit(state, run, effects, now),
            RunProtocol.CancelRuns cancel => OnCancel(state, cancel.Utterance, effects),
            EngineProtocol.EngineReady ready => OnReady(state, settings, ready, effects, now),
            EngineProtocol.RunEnded ended => OnEnded(state, settings, ended, effects, now),
            EngineProtocol.GainMeasured measured => OnMeasured(state, measured),
            EngineProtocol.EnginesStarting starting => state with { IsStarting = starting.IsAny },
            EngineLost lost => OnLost(state, settings, lost.Number, effects, now),
            _ => state,
        };
        next = Dispatch(next, settings, effects, now);
        return new(Rest(next), effects.DrainToImmutable());
    }

    private static RouterState OnSubmit(RouterState state, RunProtocol.SubmitRun run, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        if (state.Queue.Values.Any(queued => queued.Run.Id == run.Id) || state.Engines.Values.Any(engine => engine.Current?.Run.Id == run.Id))
            return state;
        if (!state.Quarantine.Holds(run, now))
            return state.Enqueue(new QueuedRun(run, now, state.Fairness.Turns.Count));
        LostRuns.Refuse(run, effects);
        return state;
    }

    private static RouterState OnCancel(RouterState state, UtteranceId utterance, ImmutableArray<RouterEffect>.Builder effects)
    {
        foreach (var engine in state.Engines.Values)
        {
            if (engine.Current?.Run.Id is not { } id || id.Utterance != utterance || engine.IsCancelled)
                continue;
            state = With(state, engine with { IsCancelled = true });
            effects.Add(new Terminate(engine.Number, engine.Ref, id));
        }

        var queued = state.Queue.Where(each => each.Value.Run.Id.Utterance == utterance).Select(each => each.Key);
        return state with { Queue = state.Queue.RemoveRange(queued), Fairness = state.Fairness.Forget(utterance) };
    }

    private static RouterState OnReady(
        RouterState state, RouterSettings settings, EngineProtocol.EngineReady ready, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        if (ready.Epoch != state.Epoch)
        {
            effects.Add(new AskAgain(ready.Number, ready.Engine, state.Epoch));
            return state;
        }

        if (state.Engines.TryGetValue(ready.Number, out var known))
        {
            // One that announces itself twice crossed with what it was given in between; what it holds is known better here.
            if (known.Ref.Equals(ready.Engine) && known.Info == ready.Info)
                return state;
            state = OnLost(state, settings, ready.Number, effects, now);
        }

        var engine = new RouterEngine(ready.Number, ready.Engine, ready.Info);
        if (ready.Holding is { } holding)
        {
            engine = engine with { Permits = RunWidths.Permits(state, holding.Width), Current = new QueuedRun(holding.Run, now, state.Fairness.Turns.Count) };

            // Submitted again before the engine announced itself.
            state = state with { Queue = state.Queue.RemoveRange(state.Queue.Where(each => each.Value.Run.Id == holding.Run.Id).Select(each => each.Key)) };
        }

        return With(state, engine) with { Gain = ready.Info.WideGain ?? state.Gain };
    }

    private static RouterState OnEnded(
        RouterState state, RouterSettings settings, EngineProtocol.RunEnded ended, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        if (!state.Engines.TryGetValue(ended.Number, out var engine))
            return state;
        if (engine.Current is not { } run || run.Run.Id != ended.Id)
            return ended.End is EngineProtocol.RunEnd.Lost ? OnLost(state, settings, ended.Number, effects, now) : state;

        switch (ended.End)
        {
            case EngineProtocol.RunEnd.Finished finished:
                effects.Add(new TellEdge(new(finished.AudioSeconds, finished.Took, state.Parallel, RunWidths.Gain(state, settings, engine))));
                return With(state, engine.Idle());
            case EngineProtocol.RunEnd.Lost lost:
                state = state with { Engines = state.Engines.Remove(ended.Number) };
                return engine.IsCancelled ? state : LostRuns.Lose(state, settings, run, lost, effects, now);
            case EngineProtocol.RunEnd.Terminated when !engine.IsCancelled:
                // Asked for by an earlier life of the router, or by nobody.
                return LostRuns.Lose(With(state, engine.Idle()), settings, run, new(IsEvidence: false, "let go of a run unasked"), effects, now);
            default:
                return With(state, engine.Idle());
        }
    }

    /// <summary>A synthesis actor that is gone without a word tells nothing about its run.</summary>
    private static RouterState OnLost(
        RouterState state, RouterSettings settings, int number, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        if (!state.Engines.TryGetValue(number, out var engine))
            return state;
        state = state with { Engines = state.Engines.Remove(number), Gain = engine is { Permits: > 0, Current: null } ? 1 : state.Gain };
        return engine is { Current: { } run, IsCancelled: false }
            ? LostRuns.Lose(state, settings, run, new(IsEvidence: false, "was lost"), effects, now)
            : state;
    }

    /// <summary>A measurement that failed counts as no gain, until the next start.</summary>
    private static RouterState OnMeasured(RouterState state, EngineProtocol.GainMeasured measured) =>
        state.Engines.TryGetValue(measured.Number, out var engine) && engine is { Permits: > 0, Current: null }
            ? With(state, engine.Idle()) with { Gain = measured.Gain ?? 1 }
            : state;

    private static RouterState Dispatch(RouterState state, RouterSettings settings, ImmutableArray<RouterEffect>.Builder effects, TimeSpan now)
    {
        while (!state.Queue.IsEmpty && state.PermitsInUse < state.Permits && state.Engines.Values.FirstOrDefault(engine => engine.IsIdle) is { } idle)
        {
            var (arrival, fairness) = RunOrder.Next(state, settings, now);
            var queued = state.Queue[arrival];
            var width = RunWidths.Of(state, settings, queued.Run);
            var permits = RunWidths.Permits(state, width);
            if (state.PermitsInUse + permits > state.Permits)
                return state;
            state = With(state, idle with { Permits = permits, Current = queued }) with { Queue = state.Queue.Remove(arrival), Fairness = fairness };
            effects.Add(new Speak(idle.Number, idle.Ref, new(queued.Run, width, now - queued.Since, queued.Tries)));
        }

        return MeasureWhenIdle(state, settings, effects);
    }

    private static RouterState MeasureWhenIdle(RouterState state, RouterSettings settings, ImmutableArray<RouterEffect>.Builder effects)
    {
        var isWanted = state is { Gain: null, Permits: > 1, IsStarting: false } && settings.Width == WidthPolicy.Adaptive;
        if (!isWanted || !state.Queue.IsEmpty || state.PermitsInUse > 0 || state.Engines.IsEmpty)
            return state;
        var engine = state.Engines.Values.First();
        effects.Add(new Measure(engine.Number, engine.Ref));
        return With(state, engine with { Permits = state.Permits });
    }

    private static RouterState Rest(RouterState state) => state.Queue.IsEmpty ? state with { Fairness = state.Fairness.Rested() } : state;

    private static RouterState With(RouterState state, RouterEngine engine) => state with { Engines = state.Engines.SetItem(engine.Number, engine) };
}

using System.Collections.Immutable;
using Kokoro.Actors.Edge.Admitting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using static Kokoro.Actors.Edge.EdgeEffect;

namespace Kokoro.Actors.Edge;

/// <summary>Says of each request whether it is taken, and keeps the sums by which it says so. Pure.</summary>
internal static class EdgeDecider
{
    /// <summary>Before the first engine is ready nobody knows how long it takes; a warm start takes a second.</summary>
    private static readonly TimeSpan StartingRetry = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan DegradedRetry = TimeSpan.FromSeconds(30);

    /// <param name="now">On the monotonic clock.</param>
    public static Decision<EdgeState, EdgeEffect> Decide(EdgeState state, AdmissionSettings settings, object message, TimeSpan now) => message switch
    {
        EdgeEvent.Asked asked => OnAsked(state, settings, asked, now),
        UtteranceProtocol.UtteranceAccepted accepted => OnAccepted(state, accepted.Id),
        UtteranceProtocol.UtteranceProgress progress => Same(state with { Admission = state.Admission.OnProgress(progress.Id, progress.SecondsMade) }),
        UtteranceProtocol.UtteranceEnded ended => OnEnded(state, ended),
        UtteranceProtocol.OpenUtterances open => OnOpen(state, open),
        EngineProtocol.RunFinished run => Same(WithRate(state, state.Admission.Rate.OnRun(run.AudioSeconds / run.Gain, run.Took, run.Parallel))),
        EngineProtocol.PoolChanged pool => Same(WithRate(state with { Pool = pool }, state.Admission.Rate.OnSelfTest(pool.SelfTestRate, pool.Parallel))),
        PhonemeProtocol.PhonemizersChanged phonemizers => Same(state with { Phonemizers = phonemizers }),
        EdgeEvent.DrainAsked drain => OnDrain(state, drain, now),
        EdgeEvent.DrainTimeIsUp => new(state, [.. state.Admission.Open.Values.Select(held => new Stop(new(held.Ticket.Id, SpeechProblems.Draining)))]),
        _ => Same(state),
    };

    private static Decision<EdgeState, EdgeEffect> OnAsked(EdgeState state, AdmissionSettings settings, EdgeEvent.Asked asked, TimeSpan now)
    {
        if (asked.Speak.Gone.IsCancellationRequested)
            return Refused(state, asked, new(asked.Speak.GoneBecause?.Invoke() ?? ProblemKind.ClientGone, "the audio is not wanted any more"));
        if (Unavailable(state) is { } problem)
            return Refused(state, asked, problem);

        var request = asked.Speak.Request;
        var id = new UtteranceId(state.LastId + 1);
        var ticket = new UtteranceProtocol.UtteranceTicket(
            id, request.Client, request.Session, request.Delivery,
            request.Intent == Intent.Prefetch ? Priority.Batch : request.Priority, request.Intent,
            state.Admission.Rate.Cost(request.Text.Length, request.Speed, settings));

        var (admission, refusal) = state.Admission.Admit(ticket, settings, now);
        return refusal is not null
            ? Refused(state with { Admission = admission }, asked, refusal)
            : new(state with { Admission = admission, LastId = id.Number }, [new Begin(new(ticket, asked.Speak, asked.Asker, state.Pool!.Model))]);
    }

    /// <summary>Only now is what it replaces told to end: a request that cannot be spoken takes nothing from its listener.</summary>
    private static Decision<EdgeState, EdgeEffect> OnAccepted(EdgeState state, UtteranceId id)
    {
        if (!state.Admission.Open.TryGetValue(id.Number, out var accepted))
            return Same(state);
        var replaced = state.Admission.ReplacedBy(accepted).ToArray();
        return new(
            state with { Admission = replaced.Aggregate(state.Admission, (next, held) => next.OnStopping(held.Ticket.Id)) },
            [.. replaced.Select(held => new Stop(new(held.Ticket.Id, new(ProblemKind.Replaced, "the same session plays something newer"))))]);
    }

    private static SpeechProblem? Unavailable(EdgeState state) => state.ServerState switch
    {
        HealthProtocol.ServerState.Draining => SpeechProblems.Draining,
        HealthProtocol.ServerState.Degraded => new(
            ProblemKind.Degraded, $"the engines do not start: {state.Problem}", RetryAfter: DegradedRetry),
        HealthProtocol.ServerState.Starting => new(ProblemKind.Starting, "the server is starting; try again in a moment", RetryAfter: StartingRetry),
        _ => null,
    };

    private static Decision<EdgeState, EdgeEffect> OnEnded(EdgeState state, UtteranceProtocol.UtteranceEnded ended)
    {
        if (!state.Admission.Open.ContainsKey(ended.Id.Number))
            return Same(state);
        var isWhole = ended.Problem is null;
        var next = state with
        {
            Admission = state.Admission.OnEnded(ended.Id, isWhole),
            Drain = state.Drain is { } drain
                ? drain with { Finished = drain.Finished + (isWhole ? 1 : 0), CutShort = drain.CutShort + (isWhole ? 0 : 1) }
                : null,
        };
        return EndDrain(next);
    }

    /// <summary>
    /// After a restart: what is open counts again. What is known stays as it is known, since an answer that comes late, to a question asked twice, knows nothing
    /// of what began after it.
    /// </summary>
    private static Decision<EdgeState, EdgeEffect> OnOpen(EdgeState state, UtteranceProtocol.OpenUtterances open)
    {
        var known = state.Admission.Open;
        var forgotten = open.Open.Where(each => !known.ContainsKey(each.Ticket.Id.Number)).Select(each => KeyValuePair.Create(each.Ticket.Id.Number, new Held(each.Ticket, each.SecondsMade)));
        var (next, effects) = EndDrain(state with { Admission = state.Admission with { Open = known.AddRange(forgotten) } });
        foreach (var accepted in open.Open.Where(each => each.IsAccepted))
        {
            (next, var stops) = OnAccepted(next, accepted.Ticket.Id);
            effects = effects.AddRange(stops);
        }

        return new(next, effects);
    }

    /// <summary>Of several who ask, the one who waits least is heeded.</summary>
    private static Decision<EdgeState, EdgeEffect> OnDrain(EdgeState state, EdgeEvent.DrainAsked asked, TimeSpan now)
    {
        var drain = state.Drain ?? new EdgeDrain([], TimeSpan.MaxValue, 0, 0);
        var endsAt = now + asked.Within < drain.EndsAt ? now + asked.Within : drain.EndsAt;
        var next = EndDrain(state with { Drain = drain with { Askers = drain.Askers.Add(asked.Asker), EndsAt = endsAt } });
        return state.Admission.Open.IsEmpty ? next : next with { Effects = next.Effects.Add(new StartDrainTimer(endsAt - now)) };
    }

    private static Decision<EdgeState, EdgeEffect> EndDrain(EdgeState state) => state is { Drain: { Askers.IsEmpty: false } drain, Admission.Open.IsEmpty: true }
        ? new(
            state with { Drain = drain with { Askers = [] } },
            [.. drain.Askers.Select(asker => new TellDrained(asker, new(drain.Finished, drain.CutShort)))])
        : Same(state);

    private static Decision<EdgeState, EdgeEffect> Refused(EdgeState state, EdgeEvent.Asked asked, SpeechProblem problem) =>
        new(state, [new Refuse(asked.Asker, problem)]);

    private static EdgeState WithRate(EdgeState state, DrainRate rate) => state with { Admission = state.Admission with { Rate = rate } };

    private static Decision<EdgeState, EdgeEffect> Same(EdgeState state) => new(state, []);
}

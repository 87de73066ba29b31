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
        UtteranceProtocol.UtteranceProgress progress => Same(state with { Admission = state.Admission.OnProgress(progress.Id, progress.SecondsMade) }),
        UtteranceProtocol.UtteranceEnded ended => OnEnded(state, ended),
        UtteranceProtocol.OpenUtterances open => OnOpen(state, open),
        EngineProtocol.RunFinished run => Same(WithRate(state, state.Admission.Rate.OnRun(run.AudioSeconds, run.Took, run.Parallel))),
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

        // The same listener wants something else now; what he no longer hears makes room for it.
        var replaced = Replaced(state, ticket);
        var admission = replaced.Aggregate(state.Admission, (next, held) => next.OnStopping(held.Ticket.Id));
        var (admitted, refusal) = admission.Admit(ticket, settings, now);
        if (refusal is not null)
            return Refused(state with { Admission = state.Admission with { StreamPromises = admitted.StreamPromises, WholePromises = admitted.WholePromises } }, asked, refusal);

        return new(
            state with { Admission = admitted, LastId = id.Number },
            [.. replaced.Select(EdgeEffect (held) => new Stop(new(held.Ticket.Id, new(ProblemKind.Replaced, "the same session plays something newer")))),
             new Begin(new(ticket, asked.Speak, asked.Asker, state.Pool!.Model))]);
    }

    private static ImmutableArray<Held> Replaced(EdgeState state, UtteranceProtocol.UtteranceTicket ticket) =>
        ticket is { Session: not null, Intent: Intent.Play }
            ? [.. state.Admission.Open.Values.Where(held => !held.IsStopping && held.Ticket.Client == ticket.Client && held.Ticket.Session == ticket.Session)]
            : [];

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
        var forgotten = open.Open.Where(ticket => !known.ContainsKey(ticket.Id.Number)).Select(ticket => KeyValuePair.Create(ticket.Id.Number, new Held(ticket)));
        return EndDrain(state with { Admission = state.Admission with { Open = known.AddRange(forgotten) } });
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

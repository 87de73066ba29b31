using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis;
using static Kokoro.Actors.Utterances.UtteranceEffect;

namespace Kokoro.Actors.Utterances;

/// <summary>
/// Takes one request from its text to the last run: voice, clauses, phonemes, runs. Only as much is read and packed as the window of open runs will
/// need next. It ends exactly once, whole or with a problem. Pure.
/// </summary>
internal static class UtteranceDecider
{
    public static Decision<UtteranceState, UtteranceEffect> Begin(TimeSpan now) => new(UtteranceState.Begin(now), [FindVoice.Instance]);

    /// <param name="request">What is spoken: its language, delivery and speed.</param>
    /// <param name="now">On the monotonic clock.</param>
    public static Decision<UtteranceState, UtteranceEffect> Decide(
        UtteranceState state, SpeechRequest request, UtteranceSettings settings, object message, TimeSpan now)
    {
        if (state.Phase == UtterancePhase.Ended)
            return new(state, []);
        return message switch
        {
            VoiceLookup.VoiceFound found when state.Phase == UtterancePhase.FindingVoice => OnVoice(state, request, found),
            VoiceLookup.VoiceNotFound missing when state.Phase == UtterancePhase.FindingVoice => Fail(state, missing.Problem),
            UtteranceEvent.TextCut cut when state.Phase == UtterancePhase.Cutting => Fill(
                state with { Phase = UtterancePhase.Speaking, Clauses = cut.Text.Clauses }, [Accept.Instance], request, settings, now),
            UtteranceEvent.TextRefused refused when state.Phase == UtterancePhase.Cutting => Fail(state, refused.Problem),
            PhonemeProtocol.ClausePhonemized read => OnClause(state, read),
            UtteranceEvent.RunsPacked packed => OnPacked(state, request, settings, packed, now),
            WriterProtocol.Written written => OnWritten(state, request, settings, written, now),
            WriterProtocol.Completed => new(state with { Phase = UtterancePhase.Ended }, [Stop.Instance]),
            RunProtocol.RunFailed failed when state.Open.ContainsKey(failed.Id.Index) => Fail(state, failed.Problem),
            PhonemeProtocol.ClauseFailed failed when IsAwaited(state, failed.ClauseIndex) => Fail(state, failed.Problem),
            WriterProtocol.Undeliverable undeliverable => Fail(state, undeliverable.Problem),
            UtteranceProtocol.StopUtterance stop => Fail(state, stop.Problem),
            UtteranceEvent.Gone gone => Fail(state, GoneProblem(gone.Because)),
            UtteranceEvent.WriterLost => Fail(state, new(ProblemKind.Internal, "the audio could not be assembled; this is a fault of the server")),
            RunProtocol.QueueLost => new(state, [.. state.Open.Values.Select(run => new Submit(run))]),
            PhonemeProtocol.PhonemeQueueLost when state.IsClauseOpen => new(state, [Ask(state, state.NextClause - 1)]),
            _ => new(state, []),
        };
    }

    private static Decision<UtteranceState, UtteranceEffect> OnVoice(UtteranceState state, SpeechRequest request, VoiceLookup.VoiceFound found)
    {
        try
        {
            var language = request.Language is { } code ? Language.Find(code) : found.Voice.Language;
            return new(state with { Phase = UtterancePhase.Cutting, Language = language }, [new CutText(language)]);
        }
        catch (SpeechException e)
        {
            return Fail(state, SpeechProblems.Of(e));
        }
    }

    private static Decision<UtteranceState, UtteranceEffect> OnClause(UtteranceState state, PhonemeProtocol.ClausePhonemized read) =>
        IsAwaited(state, read.Clause.Index)
            ? new(state with { IsClauseOpen = false }, [new Pack(read.Clause, IsLast: state.NextClause == state.Clauses.Length)])
            : new(state, []);

    private static Decision<UtteranceState, UtteranceEffect> OnPacked(
        UtteranceState state, SpeechRequest request, UtteranceSettings settings, UtteranceEvent.RunsPacked packed, TimeSpan now)
    {
        var next = state with { Packed = state.Packed.AddRange(packed.Runs), IsAllPacked = packed.IsLast };
        if (next.IsAllPacked && next.NextRun + next.Packed.Count == 0)
            return Fail(next, new(ProblemKind.NothingSpeakable, "no word of the text has a sound in this language; check the language"));

        // The last clause may have no sound, and all runs may be on their way.
        var isFinished = next.IsAllPacked && next.Packed.IsEmpty;
        return Fill(next, isFinished ? [new FinishWriter(next.NextRun)] : [], request, settings, now);
    }

    private static Decision<UtteranceState, UtteranceEffect> OnWritten(
        UtteranceState state, SpeechRequest request, UtteranceSettings settings, WriterProtocol.Written written, TimeSpan now)
    {
        if (!state.Open.ContainsKey(written.Index))
            return new(state, []);
        var next = state with
        {
            Open = state.Open.Remove(written.Index),
            FirstWritten = state.FirstWritten ?? now,
            SecondsWritten = state.SecondsWritten + (written.Samples / (double)AudioPiece.SampleRate),
        };
        return Fill(next, [new TellProgress(next.SecondsWritten)], request, settings, now);
    }

    /// <summary>Opens runs while the window has room, and asks for another clause while too few runs are packed ahead of it.</summary>
    private static Decision<UtteranceState, UtteranceEffect> Fill(
        UtteranceState state, ImmutableArray<UtteranceEffect> before, SpeechRequest request, UtteranceSettings settings, TimeSpan now)
    {
        var effects = before.ToBuilder();
        while (state.Open.Count < settings.Window && !state.Packed.IsEmpty)
        {
            var run = state.Packed[0];
            var isOnly = state.IsAllPacked && state.NextRun == 0 && state.Packed.Count == 1;
            var isAwaited = isOnly || (state.NextRun == 0 && request.Delivery == Delivery.Stream);
            var open = new OpenRun(run, RunCost.Seconds(run, request.Speed), NeededAt(state, request, now), isAwaited);
            state = state with { Packed = state.Packed.RemoveAt(0), NextRun = state.NextRun + 1, Open = state.Open.Add(run.Index, open) };
            effects.Add(new ReserveSlot(run.Index, now - state.Began));

            // Before the last run can come back: so the writer knows with which sound the utterance ends.
            if (state.IsAllPacked && state.Packed.IsEmpty)
                effects.Add(new FinishWriter(state.NextRun));
            effects.Add(new Submit(open));
        }

        if (!state.IsClauseOpen && state.NextClause < state.Clauses.Length && state.Packed.Count < settings.RunsAhead)
        {
            effects.Add(Ask(state, state.NextClause));
            state = state with { IsClauseOpen = true, NextClause = state.NextClause + 1 };
        }

        return new(state, effects.ToImmutable());
    }

    /// <summary>A first run is waited for already; a whole reply is needed as a whole.</summary>
    private static TimeSpan? NeededAt(UtteranceState state, SpeechRequest request, TimeSpan now)
    {
        if (state.NextRun == 0 || request.Delivery == Delivery.Whole)
            return null;
        var ahead = state.SecondsWritten + state.Open.Values.Sum(open => open.CostSeconds);
        return (state.FirstWritten ?? now) + TimeSpan.FromSeconds(ahead);
    }

    private static Decision<UtteranceState, UtteranceEffect> Fail(UtteranceState state, SpeechProblem problem)
    {
        var ended = state with { Phase = UtterancePhase.Ended, Problem = problem };
        if (state.Phase != UtterancePhase.Speaking)
            return new(ended, [new Refuse(problem), Stop.Instance]);
        var effects = ImmutableArray.CreateBuilder<UtteranceEffect>();
        if (!state.Open.IsEmpty)
            effects.Add(CancelRuns.Instance);
        if (state.IsClauseOpen)
            effects.Add(CancelClauses.Instance);
        effects.Add(new FailWriter(problem));
        effects.Add(Stop.Instance);
        return new(ended, effects.ToImmutable());
    }

    private static AskClause Ask(UtteranceState state, int clause) => new(state.Clauses[clause], IsFirst: state.NextRun == 0);

    private static bool IsAwaited(UtteranceState state, int clause) => state.IsClauseOpen && clause == state.NextClause - 1;

    private static SpeechProblem GoneProblem(ProblemKind kind) => new(kind, kind switch
    {
        ProblemKind.DeadlinePassed => "the deadline passed before the first sound; allow more time or try again when the server is less busy",
        ProblemKind.ReaderStalled => "nothing was read for too long; read the audio as it comes",
        ProblemKind.ReplyTooLarge => "the reply is larger than one may be; ask for a stream",
        _ => "the client went away",
    });
}

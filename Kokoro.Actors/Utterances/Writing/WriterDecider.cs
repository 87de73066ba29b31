using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using static Kokoro.Actors.Utterances.Writing.WriterEffect;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>
/// Puts runs in order and never skips one: the channel is completed without an error only after the last sample of the last slot. Pure.
/// </summary>
internal static class WriterDecider
{
    public static Decision<WriterState, WriterEffect> Decide(WriterState state, object message) => state.Pace == WriterPace.Ended
        ? new(state, [])
        : message switch
        {
            WriterProtocol.Reserve reserve => new(
                state with { Reserved = Math.Max(state.Reserved, reserve.Index + 1), Prepared = reserve.Index == 0 ? reserve.Prepared : state.Prepared }, []),
            WriterProtocol.Finish finish => Advance(state with { Runs = finish.Runs }, []),
            WriterProtocol.Fail fail => new(state with { Pace = WriterPace.Ended }, [new CompleteWith(fail.Problem)]),
            RunProtocol.Spoken spoken => OnSpoken(state, spoken),
            WriterEvent.RunWritten written => OnWritten(state, written),
            WriterEvent.ChannelFull => new(state with { Pace = WriterPace.Blocked }, [AwaitSpace.Instance]),
            WriterEvent.SpaceFreed when state.Pace == WriterPace.Blocked => new(state with { Pace = WriterPace.Writing }, [WriteOn.Instance]),
            WriterEvent.ReaderGone => GiveUp(state, new(ProblemKind.ClientGone, "the client went away")),
            WriterEvent.ReaderStalled stalled when state.Pace == WriterPace.Blocked => GiveUp(
                state, new(ProblemKind.ReaderStalled, $"nothing was read for {stalled.After.TotalSeconds:0} s; read the audio as it comes")),
            _ => new(state, []),
        };

    /// <summary>A run may be spoken twice, when its first engine was lost after it had sent the sound; the second time changes nothing.</summary>
    private static Decision<WriterState, WriterEffect> OnSpoken(WriterState state, RunProtocol.Spoken spoken)
    {
        var slot = spoken.Id.Index;
        var isNew = slot < state.Reserved && !state.Early.ContainsKey(slot)
            && (slot > state.Next || (slot == state.Next && state.Pace == WriterPace.Waiting));
        return isNew ? Advance(state with { Early = state.Early.Add(slot, spoken) }, []) : new(state, []);
    }

    private static Decision<WriterState, WriterEffect> OnWritten(WriterState state, WriterEvent.RunWritten written) => Advance(
        state with { Next = state.Next + 1, Pace = WriterPace.Waiting, Samples = state.Samples + written.Samples },
        [new TellWritten(state.Next, written.Samples, written.Stats)]);

    private static Decision<WriterState, WriterEffect> Advance(WriterState state, ImmutableArray<WriterEffect> effects)
    {
        if (state.Pace != WriterPace.Waiting)
            return new(state, effects);
        if (state.Next == state.Runs)
            return new(state with { Pace = WriterPace.Ended }, effects.Add(new Complete(state.Samples)));
        if (!state.Early.TryGetValue(state.Next, out var spoken))
            return new(state, effects);
        return new(
            state with { Pace = WriterPace.Writing, Early = state.Early.Remove(state.Next) },
            effects.Add(new WriteRun(
                spoken,
                IsLast: state.Next + 1 == state.Runs,
                state.Next == 0 ? new FirstAudioTiming(state.Prepared, spoken.Stats.Waited, spoken.Stats.Took) : null)));
    }

    private static Decision<WriterState, WriterEffect> GiveUp(WriterState state, SpeechProblem problem) =>
        new(state with { Pace = WriterPace.Ended }, [new TellUndeliverable(problem)]);
}

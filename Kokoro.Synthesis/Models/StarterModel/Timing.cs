using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The time axis of an utterance, T frames of 5 ms.</summary>
internal sealed class Timing
{
    /// <param name="frames">int64 [M, 3]: frames of each segment, 0 where there is none.</param>
    public Timing(Value frames)
    {
        SegmentFrames = frames;
        var g = frames.Graph;
        var flat = frames.Reshape(-1);
        var ends = flat.CumulativeSum();
        FrameCount = ((ends.Slice(0, -1) + (FrameGrid.FramesPerDuration - 1)) / FrameGrid.FramesPerDuration * FrameGrid.FramesPerDuration)
            .Max(FrameGrid.FramesPerDuration);

        // One mark where a segment starts; the running count of marks is the segment's number. A segment without frames
        // marks the place of the next one, so it is counted and never chosen.
        var starts = ends - flat;
        var marks = g.Ints(0).Expand(FrameCount + 1).ScatterAdd(starts, g.Ints(1).Expand(starts.Shape()));
        SegmentOfFrame = (marks.CumulativeSum() - 1).Take(0, FrameCount);
        PhonemeOfFrame = SegmentOfFrame / TokenTables.SegmentsPerPhoneme;
        PhonemeEnds = PhonemeFrames.CumulativeSum();
        FrameIndex = g.Range(FrameCount.Squeeze(0)).ToFloat();
    }

    /// <summary>int64 [M, 3]: 0 where there is no segment.</summary>
    public Value SegmentFrames { get; }

    /// <summary>T, as [1]: a multiple of the frames in one unit of Kokoro's durations.</summary>
    public Value FrameCount { get; }

    /// <summary>[T]: places in the 3 M segments.</summary>
    public Value SegmentOfFrame { get; }

    /// <summary>[T]: places in the M phonemes.</summary>
    public Value PhonemeOfFrame { get; }

    /// <summary>[T]: 0, 1 ... as float.</summary>
    public Value FrameIndex { get; }

    /// <summary>int64 [M].</summary>
    public Value PhonemeFrames => SegmentFrames.SumRows();

    /// <summary>int64 [M].</summary>
    public Value PhonemeEnds { get; }

    /// <summary>int64 [M].</summary>
    public Value PhonemeStarts => PhonemeEnds - PhonemeFrames;

    /// <summary>[T]: what the phoneme of each frame has.</summary>
    public Value PerFrame(Value ofPhonemes) => ofPhonemes.Gather(PhonemeOfFrame);
}

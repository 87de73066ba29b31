using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Gives every segment its frames and lays them on the time axis.</summary>
internal static class Durations
{
    private const double SlowestSpeed = 0.25;
    private const double FastestSpeed = 4;

    /// <param name="speed">float [1].</param>
    public static Timing Plan(Phonemes phonemes, Phrases phrases, TokenTables tables, Style style, Value speed)
    {
        var g = phonemes.Ids.Graph;
        g.Stage("durations");
        long[] shape = [Vocabulary.Size, TokenTables.SegmentsPerPhoneme];
        var usual = g.Floats(tables.Milliseconds, shape).Gather(phonemes.Ids);
        var stretch = g.Floats(tables.Stretch, shape).Gather(phonemes.Ids);

        var factor = DurationFactors.Of(phonemes, phrases).Unsqueeze(1);
        var milliseconds = usual * (stretch * (factor - 1) + 1);
        var closure = milliseconds.Columns(0, 1) * DurationFactors.OfClosure(phonemes).Unsqueeze(1);
        var aspiration = milliseconds.Columns(2, 1) * DurationFactors.OfAspiration(phonemes).Unsqueeze(1);
        milliseconds = g.Concat(1, closure, milliseconds.Columns(1, 1), aspiration);

        var perFrame = speed.Reshape(-1).Clip(SlowestSpeed, FastestSpeed)
            * style.Rate
            * (FrameGrid.FrameMilliseconds * VoiceTuning.Tempo);
        var rounded = (milliseconds / perFrame + 0.5).Floor();
        return new Timing(rounded.Max(usual.Above(0)).ToInt64());
    }

    /// <summary>int64 [N]: frames of 600 samples per token. Marks get none; phonemes end at the nearest such frame.</summary>
    public static Value PerToken(Phonemes phonemes, Timing timing)
    {
        var g = phonemes.Ids.Graph;
        var ends = (timing.PhonemeEnds + FrameGrid.FramesPerDuration / 2) / FrameGrid.FramesPerDuration;
        ends = g.Concat(0, ends.Slice(0, 0, -1), timing.FrameCount / FrameGrid.FramesPerDuration);
        return g.Ints(0).Expand(phonemes.TokenCount).Scatter(phonemes.Tokens, ends - ends.Previous());
    }
}

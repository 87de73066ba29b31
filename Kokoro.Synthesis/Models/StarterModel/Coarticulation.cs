using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Turns targets into tracks. One rule makes all transitions: a track is the average of the targets around it, weighted
/// by their pull. A consonant with a big pull draws its neighbours' formants; [h] and pauses, with next to none, take
/// the shape of what is around them.
/// </summary>
internal static class Coarticulation
{
    // Lengths of the averages in frames of 5 ms, odd. Those of F2 to F4 were tuned by a recogniser's errors; the tongue
    // body is slower than the jaw, which rules F1.
    private const int FirstFormantLength = 21;
    private const int FormantLength = 25;
    private const int BandwidthLength = 9;
    private const int NasalLength = 7;

    /// <summary>Sources switch within 15 ms: fast enough for a burst, slow enough not to click.</summary>
    private const int SourceLength = 3;

    /// <summary>A nasal tilde moves the zero away from the pole that it cancels by so much, Hz.</summary>
    private const double NasalisedBy = 180;

    /// <summary>A word that starts with a vowel starts with a dip of the voice of so many frames ...</summary>
    private const double OnsetFrames = 5;

    /// <summary>... and this depth, if it is stressed; without stress, with 0.6 of it.</summary>
    private const double OnsetDepth = 0.7;
    private const double UnstressedOnset = 0.6;

    /// <summary>Formants outside of these are no vocal tract's, Hz.</summary>
    private const double LowestFormant = 150;
    private const double HighestFormant = 6000;

    /// <param name="targets">[1, columns, T].</param>
    public static Tracks Apply(Value targets, Phonemes phonemes, Timing timing, Style style)
    {
        var g = targets.Graph;
        g.Stage("tracks");
        var even = targets.Columns(0, 1) * 0 + 1;
        var nasalised = timing.PerFrame(phonemes.Nasalised).Unsqueeze(0, 1) * NasalisedBy;
        var voice = targets.Columns(SegmentColumn.Voicing, 1) * VowelOnset(phonemes, timing).Unsqueeze(0, 1);
        var fade = Fade.Depth(phonemes, timing).Unsqueeze(0, 1);
        var breath = targets.Columns(SegmentColumn.Breath, 1) + voice * fade * VoiceTuning.FadeBreath;
        var noise = targets.Columns(SegmentColumn.Noise, FrameGrid.NoiseBands.Length);
        return new Tracks(
            Formants(targets, style),
            targets.Columns(SegmentColumn.Bandwidths, 4).SmoothAll(4, BandwidthLength) / even.Smooth(BandwidthLength),
            (targets.Columns(SegmentColumn.NasalZero, 1) + nasalised).Smooth(NasalLength) / even.Smooth(NasalLength),
            targets.Columns(SegmentColumn.Tilt, 1).Smooth(SourceLength) / even.Smooth(SourceLength),
            (voice * (1 - fade)).Smooth(SourceLength),
            breath.Smooth(SourceLength),
            noise.SmoothAll(FrameGrid.NoiseBands.Length, SourceLength));
    }

    private static Value Formants(Value targets, Style style)
    {
        var g = targets.Graph;
        var third = targets.Columns(SegmentColumn.Pull + 2, 1);
        var pull = g.Concat(1, targets.Columns(SegmentColumn.Pull, 2), third, third);
        var formants = targets.Columns(SegmentColumn.Formants, 4)
            .WeightedSmooth(pull, FirstFormantLength, FormantLength, FormantLength, FormantLength);

        var scale = g.Concat(
            0,
            style.Tract * style.Scale(StyleParameter.FirstFormant),
            style.Tract * style.Scale(StyleParameter.SecondFormant),
            style.Tract,
            style.Tract);
        return (formants * scale.Reshape(1, 4, 1)).Clip(LowestFormant, HighestFormant);
    }

    /// <summary>[T]: a factor on the voicing, below 1 where a vowel starts a word or follows a pause.</summary>
    private static Value VowelOnset(Phonemes phonemes, Timing timing)
    {
        var depth = phonemes.Vowel * (phonemes.AfterSpace + phonemes.Pause.Previous()).Clip(0, 1)
            * (UnstressedOnset + phonemes.SyllableStress * (1 - UnstressedOnset));
        var early = (timing.FrameIndex - timing.PerFrame(timing.PhonemeStarts).ToFloat()).Below(OnsetFrames);
        return 1 - early * timing.PerFrame(depth) * OnsetDepth;
    }
}

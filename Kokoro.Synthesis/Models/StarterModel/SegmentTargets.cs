using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Looks up what each frame aims at, before anything is smoothed.</summary>
internal static class SegmentTargets
{
    /// <summary>F2 where no vowel is near, Hz: a schwa's.</summary>
    private const double NeutralSecondFormant = 1500;

    /// <summary>F2 from which a vowel counts as partly front, and the width of the way to wholly front, Hz.</summary>
    private const double BackVowel = 1100;
    private const double BackToFront = 800;

    /// <summary>Any F2 is greater, Hz.</summary>
    private const double NoFormant = 1000;

    private static readonly double ReducedVowel = Decibel.ToAmplitude(-2);
    private static readonly double FinalSyllable = Decibel.ToAmplitude(-1);
    private static readonly double SecondaryStress = Decibel.ToAmplitude(-0.7);

    /// <summary>[1, columns, T].</summary>
    public static Value PerFrame(Phonemes phonemes, Phrases phrases, Timing timing, TokenTables tables)
    {
        var g = phonemes.Ids.Graph;
        long[] shape = [Vocabulary.Size, TokenTables.SegmentsPerPhoneme, SegmentColumn.Count];
        var usual = g.Floats(tables.Segments, shape).Gather(phonemes.Ids);
        var alternative = g.Floats(tables.Alternatives, shape).Gather(phonemes.Ids);
        var segments = (usual + alternative * ShareOfAlternative(phonemes).Unsqueeze(1, 2)).Reshape(-1, SegmentColumn.Count);

        var loudness = Loudness(phonemes, phrases).Unsqueeze(1)
            .Expand(g.Concat(0, phonemes.Count, g.Ints(TokenTables.SegmentsPerPhoneme)))
            .Reshape(-1, 1);
        segments = g.Concat(
            1,
            segments.Columns(0, SegmentColumn.Voicing),
            segments.Columns(SegmentColumn.Voicing, 2) * loudness,
            segments.Columns(SegmentColumn.Noise, FrameGrid.NoiseBands.Length));
        return segments.Gather(timing.SegmentOfFrame).Transpose().Unsqueeze(0);
    }

    private static Value ShareOfAlternative(Phonemes phonemes)
    {
        var next = phonemes.Of(TokenAttribute.SecondFormantAtStart).Next() * phonemes.Vowel.Next();
        var before = phonemes.Of(TokenAttribute.SecondFormantAtEnd).Previous() * phonemes.Vowel.Previous();
        var neighbour = next + phonemes.Vowel.Next().Not() * before;
        neighbour += neighbour.Below(NoFormant) * NeutralSecondFormant;
        var front = ((neighbour - BackVowel) / BackToFront).Clip(0, 1);

        return phonemes.Of(TokenAttribute.AlternativeWhenFront) * front
            + phonemes.Of(TokenAttribute.AlternativeInCoda) * phonemes.InCoda
            + phonemes.Of(TokenAttribute.AlternativeWhenLong) * phonemes.Long;
    }

    private static Value Loudness(Phonemes phonemes, Phrases phrases) =>
        (phonemes.Unstressed + phonemes.WeakVowel).Clip(0, 1).Factor(ReducedVowel)
        * phrases.Final.Factor(FinalSyllable)
        * phonemes.Secondary.Factor(SecondaryStress);
}

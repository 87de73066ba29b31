using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Turns segments into rows of the segment table.</summary>
internal sealed class SegmentRows(PhonemeData data)
{
    /// <summary>A pause has no shape of its own: its neighbours' formants glide through it.</summary>
    private const double PullOfPauses = 0.03;

    public void WriteSilence(Span<float> row) => Write(data.Defaults, PhonemeType.Pause, row);

    /// <summary>Rounds once, from double, so that the bytes do not depend on the last digits of a math library.</summary>
    public void Write(SegmentEntry segment, PhonemeType type, Span<float> row)
    {
        var exact = Row(segment, type);
        for (var column = 0; column < exact.Length; column++)
            row[column] = (float)exact[column];
    }

    /// <summary>The alternative less the segment; 0 where there is none.</summary>
    public void WriteDifference(SegmentEntry segment, PhonemeType type, Span<float> row)
    {
        if (segment.Alternative is null)
            return;
        var (usual, alternative) = (Row(segment, type), Row(segment.OrAlternative(), type));
        for (var column = 0; column < usual.Length; column++)
            row[column] = (float)(alternative[column] - (float)usual[column]);
    }

    private double[] Row(SegmentEntry segment, PhonemeType type)
    {
        var row = new double[SegmentColumn.Count];
        (segment.Formants ?? data.Defaults.Formants!).CopyTo(row, SegmentColumn.Formants);
        (segment.Bandwidths ?? data.Defaults.Bandwidths!).CopyTo(row, SegmentColumn.Bandwidths);
        if (type is PhonemeType.Vowel or PhonemeType.Glide or PhonemeType.Liquid)
            Scale(row.AsSpan(SegmentColumn.Bandwidths, 4), VoiceTuning.SonorantBandwidths);
        row[SegmentColumn.NasalZero] = segment.NasalZero ?? data.Defaults.NasalZero!.Value;
        row[SegmentColumn.Tilt] = segment.Tilt ?? data.Defaults.Tilt!.Value;
        if (type == PhonemeType.Pause)
        {
            row.AsSpan(SegmentColumn.Pull, 3).Fill(PullOfPauses);
            return row;
        }

        (segment.Pull ?? data.Defaults.Pull!).CopyTo(row, SegmentColumn.Pull);
        row[SegmentColumn.Voicing] = Decibel.ToAmplitude(segment.Voicing ?? (type == PhonemeType.Vowel ? 0 : null));
        row[SegmentColumn.Breath] = Decibel.ToAmplitude(segment.Breath);
        if (segment is { Noise: { } noise, Frication: { } level })
            WriteNoise(data.Noise[noise], level, row.AsSpan(SegmentColumn.Noise));
        return row;
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref var value in values)
            value *= factor;
    }

    private static void WriteNoise(double[][] spectrum, double level, Span<double> bands)
    {
        for (var band = 0; band < bands.Length; band++)
            bands[band] = Decibel.ToAmplitude(Interpolation.At(spectrum, FrameGrid.NoiseBands[band]) + level);
    }
}

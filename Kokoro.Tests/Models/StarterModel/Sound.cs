namespace Kokoro.Tests.Models.StarterModel;

/// <summary>What the starter model gave.</summary>
/// <param name="Pitch">[T] Hz.</param>
/// <param name="Formants">[4, T] Hz, row after row.</param>
/// <param name="SegmentFrames">[M, 3] frames of 5 ms, three for each phoneme.</param>
internal sealed record Sound(float[] Samples, long[] Durations, float[] Pitch, float[] Formants, long[] SegmentFrames)
{
    public const int Hop = 120;

    public double Rms => RmsOf(Samples);

    public float Peak => Samples.Max(Math.Abs);

    /// <summary>Of each whole 100 ms.</summary>
    public double[] Levels() => [.. Samples.Chunk(2400).Where(chunk => chunk.Length == 2400).Select(chunk => RmsOf(chunk))];

    /// <summary>dB of full scale, in the 20 ms around the start of a frame.</summary>
    public double Level(int frame) => Decibels(Samples.AsSpan((frame - 2) * Hop, 4 * Hop));

    public float Formant(int number, int frame) => Formants[(number - 1) * Pitch.Length + frame];

    /// <summary>The frame at which a phoneme starts. Pads and marks of punctuation count as phonemes, stress marks and spaces do not.</summary>
    public int Start(Index phoneme) =>
        (int)SegmentFrames[..(phoneme.GetOffset(SegmentFrames.Length / 3) * 3)].Sum();

    public static double Decibels(ReadOnlySpan<float> samples) => 20 * Math.Log10(RmsOf(samples) + 1e-9);

    private static double RmsOf(ReadOnlySpan<float> samples)
    {
        var sum = 0.0;
        foreach (var sample in samples)
            sum += (double)sample * sample;
        return Math.Sqrt(sum / samples.Length);
    }
}

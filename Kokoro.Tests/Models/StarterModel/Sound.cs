namespace Kokoro.Tests.Models.StarterModel;

/// <summary>What the starter model gave.</summary>
/// <param name="Pitch">[T] Hz.</param>
/// <param name="Formants">[4, T] Hz, row after row.</param>
internal sealed record Sound(float[] Samples, long[] Durations, float[] Pitch, float[] Formants)
{
    public double Rms => RmsOf(Samples);

    public float Peak => Samples.Max(Math.Abs);

    /// <summary>Of each whole 100 ms.</summary>
    public double[] Levels() => [.. Samples.Chunk(2400).Where(chunk => chunk.Length == 2400).Select(chunk => RmsOf(chunk))];

    public float Formant(int number, int frame) => Formants[(number - 1) * Pitch.Length + frame];

    private static double RmsOf(float[] samples) => Math.Sqrt(samples.Average(sample => (double)sample * sample));
}

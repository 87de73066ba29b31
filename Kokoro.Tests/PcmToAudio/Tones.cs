namespace Kokoro.Tests.PcmToAudio;

/// <summary>Sound for tests: stretches of tone and of faint noise.</summary>
internal static class Tones
{
    /// <summary>Milliseconds of tone for a positive number, of noise for a negative one; in turn.</summary>
    /// <param name="noise">The amplitude of the noise; that of the tone is 0.5.</param>
    public static float[] Of(double noise, params int[] milliseconds)
    {
        var random = new Random(7);
        var samples = new List<float>();
        foreach (var stretch in milliseconds)
        {
            for (var i = 0; i < Math.Abs(stretch) * 24; i++)
                samples.Add((float)(stretch > 0 ? 0.5 * Math.Cos(2 * Math.PI * 200 / 24_000 * i) : noise * (2 * random.NextDouble() - 1)));
        }

        return [.. samples];
    }

    public static int Samples(int milliseconds) => milliseconds * 24;
}

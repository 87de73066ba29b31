namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// Makes the joins between runs click-free. A run that starts or ends away from zero would put a step into the sound,
/// which is heard as a click; so each run is faded in and out with half a period of a raised cosine.
/// </summary>
public static class RunJoin
{
    /// <summary>
    /// 3 ms: above 6 kHz, where a click is heard, such an edge has 62 dB less than a step has (the ratio is 1 / ((2 f T)^2 - 1)), and it
    /// is shorter than the silence that models put around a run, so no sound of speech is touched.
    /// </summary>
    public const int FadeSamples = 3 * RunsToPcm.PcmRun.SampleRate / 1000;

    private static readonly float[] Edge = Enumerable.Range(0, FadeSamples)
        .Select(i => (float)(0.5 - 0.5 * Math.Cos(Math.PI * (i + 0.5) / FadeSamples)))
        .ToArray();

    /// <summary>Fades both edges of one run in place; a run shorter than two fades is faded over half its length.</summary>
    public static void Fade(Span<float> samples)
    {
        var length = Math.Min(FadeSamples, samples.Length / 2);
        for (var i = 0; i < length; i++)
        {
            var gain = Edge[i * FadeSamples / length];
            samples[i] *= gain;
            samples[^(i + 1)] *= gain;
        }
    }
}

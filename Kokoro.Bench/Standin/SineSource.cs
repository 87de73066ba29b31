using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>
/// The excitation (the harmonic-plus-noise source filter of Wang, Takaki and Yamagishi, 2019, without its noise, as exported):
/// nine harmonics of the pitch, mixed into one.
/// </summary>
internal static class SineSource
{
    private const double SampleRate = 24_000;
    private const double Amplitude = 0.1;

    /// <summary>Hz; what is below has no voice.</summary>
    private const double LowestPitch = 10;

    private const double MixGain = 3;

    private static readonly float[] Harmonics = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    /// <param name="pitch">Hz, [1, 1, 2 frames].</param>
    /// <returns>[1, samples].</returns>
    public static Value Samples(Network net, Value pitch)
    {
        using var part = net.Inside("m_source");
        var perSample = pitch.Repeat(Sizes.SamplesPerPitchStep).Transpose(0, 2, 1);
        var sines = Phase(perSample).Sin() * Amplitude;
        var voiced = sines * perSample.Above(LowestPitch);
        return Linear.Create(net, "l_linear", Harmonics.Length, 1, MixGain).Apply(voiced).Tanh().Squeeze(2);
    }

    /// <summary>Of each harmonic in radians, [1, samples, 9]. It is summed up on the pitch's own steps and drawn out to samples.</summary>
    /// <param name="pitch">Hz, [1, samples, 1].</param>
    private static Value Phase(Value pitch)
    {
        var turns = pitch * pitch.Graph.Floats(Harmonics, 1, 1, Harmonics.Length) / SampleRate;
        turns -= turns.Floor();
        var perStep = turns.Transpose(0, 2, 1).Interpolate(1.0 / Sizes.SamplesPerPitchStep).Transpose(0, 2, 1);
        var phase = (perStep.CumulativeSum(axis: 1) * 2 * Math.PI).Transpose(0, 2, 1) * Sizes.SamplesPerPitchStep;
        return phase.Interpolate(Sizes.SamplesPerPitchStep).Transpose(0, 2, 1);
    }
}

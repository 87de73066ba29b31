using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Noise of unit variance that is a function of the sample's number, so equal inputs give equal bytes: ONNX's own random
/// operators promise that for no two runtimes.
/// </summary>
internal static class TurbulenceNoise
{
    /// <summary>2^31 - 1: a product of two residues still fits in 63 bits.</summary>
    private const double Prime = 2_147_483_647;

    // A few rounds of multiplying modulo the prime; the multiplier is the one of Park and Miller's generator (1993), the
    // offsets only keep small sample numbers from giving small results.
    private const double Offset = 7919;
    private const double Multiplier = 48_271;
    private const double FirstIncrement = 69_621;
    private const double SecondIncrement = 12_345;

    /// <summary>In voiced sounds the breath swings with the glottis: so much, and with this delay in periods.</summary>
    private const double SwingPerVoicing = 2;
    private const double WidestSwing = 0.6;
    private const double SwingDelay = 0.15;

    /// <summary>[T, 120].</summary>
    /// <param name="voicing">[T, 1]: amplitude of the pulses.</param>
    public static Value Samples(Timing timing, GlottalPulses pulses, Value voicing)
    {
        var g = voicing.Graph;
        var number = g.Range((timing.FrameCount * FrameGrid.Hop).Squeeze(0)) + Offset;
        var hash = number * (number * Multiplier + FirstIncrement) % Prime;
        hash = hash * hash % Prime;
        hash = (hash + SecondIncrement) * hash % Prime;
        var noise = hash.ToFloat() * (2 * Math.Sqrt(3) / Prime) - Math.Sqrt(3);

        var swing = (voicing * SwingPerVoicing).Clip(0, WidestSwing) * ((pulses.Phase - SwingDelay) * (2 * Math.PI)).Cos();
        return noise.Reshape(-1, FrameGrid.Hop) * (1 + swing);
    }
}

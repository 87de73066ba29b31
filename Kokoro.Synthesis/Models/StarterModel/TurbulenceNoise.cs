using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The noise of breath, frication and bursts: white, of unit variance, a function of the sample's number.</summary>
internal static class TurbulenceNoise
{
    /// <summary>Of a last round after <see cref="IntegerHash"/>: the samples of an utterance are many, and any pattern in them is heard.</summary>
    private const double Increment = 12_345;

    /// <summary>In voiced sounds the breath swings with the glottis: so much, and with this delay in periods.</summary>
    private const double SwingPerVoicing = 2;
    private const double WidestSwing = 0.6;
    private const double SwingDelay = 0.15;

    /// <summary>[T, 120]: even noise.</summary>
    public static Value Samples(Timing timing)
    {
        var number = timing.FrameCount.Graph.Range((timing.FrameCount * FrameGrid.Hop).Squeeze(0));
        var hash = IntegerHash.Of(number);
        hash = (hash + Increment) * hash % IntegerHash.Prime;
        var noise = hash.ToFloat() * (2 * Math.Sqrt(3) / IntegerHash.Prime) - Math.Sqrt(3);
        return noise.Reshape(-1, FrameGrid.Hop);
    }

    /// <summary>[T, 120]: the noise as the glottis lets it through.</summary>
    /// <param name="noise">[T, 120].</param>
    /// <param name="voicing">[T, 1]: amplitude of the pulses.</param>
    public static Value Swinging(Value noise, GlottalPulses pulses, Value voicing)
    {
        var swing = (voicing * SwingPerVoicing).Clip(0, WidestSwing) * ((pulses.Phase - SwingDelay) * (2 * Math.PI)).Cos();
        return noise * (1 + swing);
    }
}

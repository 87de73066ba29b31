using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The spectra of the sources before the vocal tract, at all bins.</summary>
internal static class SourceSpectra
{
    /// <summary>Where the flow's spectrum bends, kHz.</summary>
    private const double GlottalCorner = 0.11;

    private const double VoiceLevel = 34;

    private const double BinHertz = (double)FrameGrid.SampleRate / FrameGrid.Spectrum;

    /// <summary>The pulses' own spectrum is undone up to this; above it, there is too little left to raise.</summary>
    private const double MostCompensation = 8;

    // The breath is a band of noise: it rises from the first of these and falls from the second, kHz.
    private const double BreathRise = 0.25;
    private const double BreathFall = 3.5;

    /// <summary>
    /// [1, 481]: the derivative of the glottal flow, j x / (1 + j x)^2 with x = f / corner, which falls by 6 dB per octave;
    /// the low-pass of each frame brings the rest.
    /// </summary>
    public static ComplexValue Glottal(Style style, Value kilohertz)
    {
        var x = kilohertz / (GlottalCorner * style.Scale(StyleParameter.Glottis));
        var squared = x * x;
        var magnitude = (1 + squared) * (1 + squared);
        var compensation = kilohertz.Graph.Row(FrameGrid.Curve(Compensation));
        return new ComplexValue(
            squared * 2 / magnitude * compensation * VoiceLevel,
            x * (1 - squared) / magnitude * compensation * VoiceLevel);
    }

    /// <summary>[1, 481], real.</summary>
    public static Value Breath(GraphBuilder g) =>
        g.Row(Array.ConvertAll(
            FrameGrid.BinKilohertz(),
            f => Math.Sqrt(f * f / (f * f + BreathRise * BreathRise)) / Math.Sqrt(1 + Math.Pow(f / BreathFall, 2))));

    /// <summary>[24, 481]: from the amplitudes of the noise bands to all bins, by straight lines.</summary>
    public static Value NoiseBands(GraphBuilder g)
    {
        var centres = FrameGrid.NoiseBands;
        var weights = new float[centres.Length * FrameGrid.Bins];
        for (var band = 0; band < centres.Length; band++)
        {
            var peak = Array.ConvertAll(centres, centre => new[] { centre, centre == centres[band] ? 1.0 : 0 });
            for (var bin = 0; bin < FrameGrid.Bins; bin++)
                weights[band * FrameGrid.Bins + bin] = (float)Interpolation.At(peak, bin * BinHertz);
        }

        return g.Floats(weights, centres.Length, FrameGrid.Bins);
    }

    /// <summary>One over the Gaussian pulses' spectrum.</summary>
    private static double Compensation(double bin)
    {
        var angle = 2 * Math.PI * bin / FrameGrid.Spectrum * GlottalPulses.Width;
        return Math.Min(Math.Exp(angle * angle / 2), MostCompensation) / (GlottalPulses.Width * Math.Sqrt(2 * Math.PI));
    }
}

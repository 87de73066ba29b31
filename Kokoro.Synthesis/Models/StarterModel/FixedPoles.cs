using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The resonances that do not move: the nasal pole, which the nasal zero cancels in oral sounds, and those above F4, as a
/// cascade (Klatt 1980).
/// </summary>
internal static class FixedPoles
{
    // kHz. 270 Hz is the nasal zero's frequency in the table's oral sounds.
    private const double NasalPole = 0.27;
    private const double NasalBandwidth = 0.1;

    // The tube's resonances are 1 kHz apart; the eight up to half of the sample rate are poles of their own ...
    private const double Fifth = 4.3;
    private const double FifthBandwidth = 0.3;
    private const double BandwidthStep = 0.1;
    private const int Poles = 8;

    /// <summary>... and the rest, up to a number that changes nothing any more, is one rise to first order.</summary>
    private const int HigherPoles = 400;

    /// <summary>[1, 481].</summary>
    public static ComplexValue Spectrum(Style style, Value kilohertz)
    {
        var g = kilohertz.Graph;

        // A shorter tract has its poles higher: the same as looking at them from a lower frequency.
        var frequency = kilohertz / style.Tract;
        var squared = frequency * frequency;
        var denominator = Resonance(frequency, squared, NasalPole, NasalBandwidth);
        for (var i = 0; i < Poles; i++)
            denominator *= Resonance(frequency, squared, Fifth + i, FifthBandwidth + BandwidthStep * i);

        var rise = 0.0;
        for (var i = Poles; i < HigherPoles; i++)
            rise += 1 / Math.Pow(Fifth + i, 2);
        return denominator.Reciprocal() * (squared * rise).Exp();
    }

    /// <summary>1 - f^2/F^2 + j f B/F^2: the denominator of a resonance that is 1 at 0 Hz.</summary>
    private static ComplexValue Resonance(Value frequency, Value squared, double centre, double bandwidth) =>
        new(1 - squared * (1 / centre / centre), frequency * (bandwidth / centre / centre));
}

using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The tracks as the numbers that the filter multiplies with frequencies: one row of 39 columns for each frame.
/// </summary>
internal static class FrameParameters
{
    // The denominator of two formants, (1 + j f b1 - f^2 a1)(1 + j f b2 - f^2 a2), is a polynomial: three numbers for the
    // real part (1, f^2, f^4) and two for the imaginary one (f, f^3).
    public const int LowerFormants = 0;
    public const int UpperFormants = 5;
    public const int RealTerms = 3;
    public const int ImaginaryTerms = 2;

    public const int ZeroSquared = 10;
    public const int ZeroLinear = 11;

    /// <summary>One over the corner of the voice's low-pass, 1/kHz.</summary>
    public const int Tilt = 12;
    public const int Voicing = 13;
    public const int Breath = 14;
    public const int Noise = 15;

    public static readonly int Count = Noise + FrameGrid.NoiseBands.Length;

    /// <summary>Breath noise in voiced sounds, as a share of the voicing.</summary>
    private const double BreathOfVoice = 0.012;

    /// <summary>kHz.</summary>
    private const double ZeroBandwidth = 0.1;

    private const double KilohertzPerHertz = 1e-3;

    /// <summary>[T, 39].</summary>
    public static Value Of(Tracks tracks, Style style)
    {
        var g = tracks.Formants.Graph;
        var formants = Rows(tracks.Formants) * KilohertzPerHertz;
        var squares = (formants * formants).Reciprocal();
        var linears = Rows(tracks.Bandwidths) * KilohertzPerHertz * squares;

        var zero = Rows(tracks.NasalZero) * KilohertzPerHertz * style.Tract;
        var zeroSquared = (zero * zero).Reciprocal();

        var tilt = Rows(tracks.Tilt) * KilohertzPerHertz * (-style[StyleParameter.Tilt]).Exp2();
        var voicing = Rows(tracks.Voicing);
        var breath = Rows(tracks.Breath) + voicing * (BreathOfVoice * (style[StyleParameter.Breath] * 2).Exp2());
        return g.Concat(
            1,
            [
                .. Pair(squares, linears, 0),
                .. Pair(squares, linears, 2),
                zeroSquared,
                zeroSquared * ZeroBandwidth,
                tilt.Reciprocal(),
                voicing,
                breath,
                Rows(tracks.Noise) * style.Scale(StyleParameter.Noise),
            ]);
    }

    /// <summary>[T, C] from [1, C, T].</summary>
    public static Value Rows(Value channels) => channels.Squeeze(0).Transpose();

    private static Value[] Pair(Value squares, Value linears, int first)
    {
        var (a1, a2) = (squares.Columns(first, 1), squares.Columns(first + 1, 1));
        var (b1, b2) = (linears.Columns(first, 1), linears.Columns(first + 1, 1));
        return [a1 * 0 + 1, a1 + a2 + b1 * b2, a1 * a2, b1 + b2, b1 * a2 + b2 * a1];
    }
}

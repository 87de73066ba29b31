using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>
/// Adaptive instance normalisation: each channel to mean 0 and variance 1 over time, then scaled and shifted by the style.
/// Written out as the exporter writes it.
/// </summary>
internal static class AdaIn
{
    private const double Epsilon = 1e-5;

    /// <param name="x">[1, channels, T].</param>
    /// <param name="style">[1, 128].</param>
    public static Value Apply(Network net, string name, Value x, Value style, int channels)
    {
        using var part = net.Inside(name);
        var (scale, shift) = ScaleAndShift(net, style, channels);
        var centred = x - x.Mean(2);
        var deviation = ((centred * centred).Mean(2) + Epsilon).Sqrt();
        var normal = centred / deviation;
        return (scale + 1) * normal + shift;
    }

    /// <summary>Both [1, channels, 1], the scale less 1.</summary>
    public static (Value Scale, Value Shift) ScaleAndShift(Network net, Value style, int channels)
    {
        var both = net.StyleLayer(style, 2 * channels).Unsqueeze(2);
        return (both.Columns(0, channels), both.Columns(channels, channels));
    }
}

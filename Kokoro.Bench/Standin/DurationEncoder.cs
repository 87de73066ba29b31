using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>How it is to be said, for the predictors: three LSTMs, each followed by a layer normalisation that the style scales and shifts.</summary>
internal static class DurationEncoder
{
    /// <summary>Channels of the answer: text and style.</summary>
    public const int Width = Sizes.Hidden + Sizes.Style;

    private const int Lstms = 3;
    private const double Epsilon = 1e-5;

    /// <param name="text">[1, N, 512].</param>
    /// <param name="style">[1, 128], the half of the prosody.</param>
    /// <param name="count">N as [1].</param>
    /// <returns>[1, N, 640].</returns>
    public static Value Encode(Network net, Value text, Value style, Value count)
    {
        using var part = net.Inside("text_encoder");
        var g = net.Graph;
        var styles = style.Unsqueeze(0).Expand(g.Concat(0, g.Ints(1), count, g.Ints(1)));
        var x = g.Concat(2, text, styles);
        for (var i = 0; i < Lstms; i++)
        {
            var y = net.Lstm($"lstms.{2 * i}", x.Transpose(1, 0, 2), Width).Transpose(1, 0, 2);
            x = g.Concat(2, AdaptiveLayerNorm(net, $"lstms.{2 * i + 1}", y, style), styles);
        }

        return x;
    }

    /// <param name="x">[1, N, 512], as is the answer.</param>
    private static Value AdaptiveLayerNorm(Network net, string name, Value x, Value style)
    {
        using var part = net.Inside(name);
        var (scale, shift) = AdaIn.ScaleAndShift(net, style, Sizes.Hidden);
        var ones = new float[Sizes.Hidden];
        Array.Fill(ones, 1);
        var plain = new LayerNorm("norm", net.Graph.Floats(ones, ones.Length), net.Graph.Zeros(ones.Length), Epsilon);
        return (scale.Transpose(0, 2, 1) + 1) * plain.Apply(x) + shift.Transpose(0, 2, 1);
    }
}

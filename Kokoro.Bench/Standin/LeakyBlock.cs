using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>The residual block of predictor and decoder (AdainResBlk1d): twice AdaIN, LeakyReLU and a convolution of three steps.</summary>
internal static class LeakyBlock
{
    private const double Slope = 0.2;
    private const int Kernel = 3;

    /// <param name="x">[1, from, T].</param>
    /// <param name="style">[1, 128].</param>
    /// <returns>[1, to, T], or [1, to, 2 T] when it doubles time.</returns>
    public static Value Apply(Network net, string name, Value x, Value style, int from, int to, bool doubles = false)
    {
        using var part = net.Inside(name);
        var y = AdaIn.Apply(net, "norm1", x, style, from).LeakyRelu(Slope);
        if (doubles)
            y = net.Pool(y, from);
        y = new Conv(from, to, Kernel).Apply(net, "conv1", y);
        y = AdaIn.Apply(net, "norm2", y, style, to).LeakyRelu(Slope);
        y = new Conv(to, to, Kernel).Apply(net, "conv2", y);

        var shortcut = doubles ? x.Repeat(2) : x;
        if (from != to)
            shortcut = new Conv(from, to, Kernel: 1) { Bias = null }.Apply(net, "conv1x1", shortcut);
        return (y + shortcut) / Math.Sqrt(2);
    }
}

using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>The generator's residual block (AdaINResBlock1): three times AdaIN, Snake and a dilated convolution, and the same undilated.</summary>
internal static class SnakeBlock
{
    private static readonly int[] Dilations = [1, 3, 5];

    /// <param name="x">[1, channels, T].</param>
    /// <param name="style">[1, 128].</param>
    public static Value Apply(Network net, string name, Value x, Value style, int channels, int kernel)
    {
        using var part = net.Inside(name);
        var conv = new Conv(channels, channels, kernel);
        for (var i = 0; i < Dilations.Length; i++)
        {
            var y = AdaIn.Apply(net, $"adain1.{i}", x, style, channels);
            y = Snake.Apply(net, $"snake1.{i}", y, channels);
            y = (conv with { Dilation = Dilations[i] }).Apply(net, $"convs1.{i}", y);
            y = AdaIn.Apply(net, $"adain2.{i}", y, style, channels);
            y = Snake.Apply(net, $"snake2.{i}", y, channels);
            x = conv.Apply(net, $"convs2.{i}", y) + x;
        }

        return x;
    }
}

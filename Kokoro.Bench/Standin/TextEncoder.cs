using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>What is to be said, for the decoder: three convolutions and an LSTM over the ids.</summary>
internal static class TextEncoder
{
    private const int Convolutions = 3;
    private const int Kernel = 5;
    private const double Slope = 0.2;

    /// <param name="ids">int64 [1, N].</param>
    /// <returns>[1, 512, N].</returns>
    public static Value Encode(Network net, Value ids)
    {
        using var part = net.Inside("text_encoder");
        var x = net.Embedding("embedding", ids, Sizes.Hidden).Transpose(0, 2, 1);
        for (var i = 0; i < Convolutions; i++)
        {
            using var convolution = net.Inside($"cnn.{i}");
            x = new Conv(Sizes.Hidden, Sizes.Hidden, Kernel).Apply(net, "conv", x);
            x = LayerNorm.Create(net, "norm", Sizes.Hidden).Apply(x.Transpose(0, 2, 1)).Transpose(0, 2, 1).LeakyRelu(Slope);
        }

        return net.Lstm("lstm", x.Transpose(2, 0, 1), Sizes.Hidden).Transpose(1, 2, 0);
    }
}

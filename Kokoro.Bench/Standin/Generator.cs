using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>The iSTFTNet vocoder: twice upsampled, each time the source added and three residual blocks averaged, then the inverse transform.</summary>
internal static class Generator
{
    private const int SpectrumChannels = 2 * FourierTransform.Bins;
    private const double Slope = 0.1;
    private const double LastSlope = 0.01;

    /// <summary>With these the noise is as loud as speech.</summary>
    private const double LogMagnitude = -3;
    private const double PostGain = 0.3;
    private const int PostKernel = 7;

    private static readonly int[] Rates = [10, 6];
    private static readonly int[] SourceKernels = [7, 11];
    private static readonly int[] Kernels = [3, 7, 11];

    /// <param name="x">[1, 512, 2 frames].</param>
    /// <param name="style">[1, 128], the half of the sound.</param>
    /// <param name="pitch">Hz, [1, 1, 2 frames].</param>
    /// <returns>[1, 600 frames].</returns>
    public static Value Samples(Network net, Value x, Value style, Value pitch)
    {
        using var part = net.Inside("generator");
        var source = Spectrogram.Of(net, SineSource.Samples(net, pitch));
        var channels = Sizes.Hidden;
        for (var i = 0; i < Rates.Length; i++)
        {
            var from = channels;
            channels /= 2;
            var excitation = Excitation(net, i, source, style, channels);
            x = net.Upsample($"ups.{i}", x.LeakyRelu(Slope), from, channels, Rates[i]);

            // One step more, as many as the source has.
            if (i == Rates.Length - 1)
                x = x.PadByReflection(1, 0);
            x += excitation;
            x = Blocks(net, i, x, style, channels);
        }

        return Speak(net, x.LeakyRelu(LastSlope), channels);
    }

    /// <summary>The source at this stage's rate: the last one is the source's own.</summary>
    private static Value Excitation(Network net, int stage, Value source, Value style, int channels)
    {
        var stride = Rates[(stage + 1)..].Aggregate(1, (product, rate) => product * rate);
        var conv = stride == 1
            ? new Conv(SpectrumChannels, channels, Kernel: 1)
            : new Conv(SpectrumChannels, channels, 2 * stride) { Stride = stride, Padding = stride / 2 };
        return SnakeBlock.Apply(
            net, $"noise_res.{stage}", conv.Apply(net, $"noise_convs.{stage}", source), style, channels, SourceKernels[stage]);
    }

    private static Value Blocks(Network net, int stage, Value x, Value style, int channels)
    {
        Value Block(int i) => SnakeBlock.Apply(net, $"resblocks.{stage * Kernels.Length + i}", x, style, channels, Kernels[i]);
        return (Block(0) + Block(1) + Block(2)) / Kernels.Length;
    }

    private static Value Speak(Network net, Value x, int channels)
    {
        const int Bins = FourierTransform.Bins;
        WeightFill bias = (values, _) =>
        {
            values[..Bins].Fill((float)LogMagnitude);
            values[Bins..].Clear();
        };
        var y = new Conv(channels, SpectrumChannels, PostKernel) { Gain = PostGain, Bias = bias }.Apply(net, "conv_post", x);
        return InverseSpectrogram.Samples(net, y.Columns(0, Bins).Exp(), y.Columns(Bins, Bins).Sin());
    }
}

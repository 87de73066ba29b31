using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>The pitch and the energy of each half frame: an LSTM, and three residual blocks for either.</summary>
internal static class PitchPredictor
{
    /// <summary>A man's voice in Hz, with a spread, so that the sine source sees real phases.</summary>
    private const double MeanPitch = 150;
    private const double PitchGain = 20;

    private const double MeanEnergy = -3;
    private const double EnergyGain = 0.5;

    /// <param name="encoded">[1, 640, frames].</param>
    /// <param name="style">[1, 128], the half of the prosody.</param>
    /// <returns>F0 in Hz and the energy N, both [1, 1, 2 frames].</returns>
    public static (Value Pitch, Value Energy) Predict(Network net, Value encoded, Value style)
    {
        var shared = net.Lstm("shared", encoded.Transpose(2, 0, 1), DurationEncoder.Width).Transpose(1, 2, 0);
        return (Branch(net, "F0", shared, style, net.IsCalm ? 0 : PitchGain, MeanPitch),
            Branch(net, "N", shared, style, EnergyGain, MeanEnergy));
    }

    private static Value Branch(Network net, string name, Value x, Value style, double gain, double mean)
    {
        const int Half = Sizes.Hidden / 2;
        x = LeakyBlock.Apply(net, $"{name}.0", x, style, Sizes.Hidden, Sizes.Hidden);
        x = LeakyBlock.Apply(net, $"{name}.1", x, style, Sizes.Hidden, Half, doubles: true);
        x = LeakyBlock.Apply(net, $"{name}.2", x, style, Half, Half);
        return new Conv(Half, 1, Kernel: 1) { Gain = gain, Bias = WeightFills.Constant(mean) }.Apply(net, $"{name}_proj", x);
    }
}

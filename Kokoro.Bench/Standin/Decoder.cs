using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>From text, pitch and energy of each frame to what the generator makes samples of: five residual blocks.</summary>
internal static class Decoder
{
    private const int Width = 1024;

    /// <summary>Channels of the text that every block gets again.</summary>
    private const int TextWidth = 64;

    private const int Blocks = 4;

    /// <summary>Brings Hz to the size of the other inputs.</summary>
    private const double PitchGain = 0.01;

    /// <param name="text">[1, 512, frames].</param>
    /// <param name="pitch">Hz, [1, 1, 2 frames], as is <paramref name="energy"/>.</param>
    /// <param name="style">[1, 128], the half of the sound.</param>
    /// <returns>[1, 512, 2 frames].</returns>
    public static Value Decode(Network net, Value text, Value pitch, Value energy, Value style)
    {
        var g = net.Graph;
        var halve = new Conv(1, 1, Kernel: 3) { Stride = 2, Padding = 1 };
        var f0 = (halve with { Gain = PitchGain }).Apply(net, "F0_conv", pitch);
        var n = halve.Apply(net, "N_conv", energy);

        var x = LeakyBlock.Apply(net, "encode", g.Concat(1, text, f0, n), style, Sizes.Hidden + 2, Width);
        var again = new Conv(Sizes.Hidden, TextWidth, Kernel: 1).Apply(net, "asr_res.0", text);
        for (var i = 0; i < Blocks; i++)
        {
            var isLast = i == Blocks - 1;
            x = LeakyBlock.Apply(
                net, $"decode.{i}", g.Concat(1, x, again, f0, n), style, Width + TextWidth + 2, isLast ? Sizes.Hidden : Width, doubles: isLast);
        }

        return x;
    }
}

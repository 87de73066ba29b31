using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>Moving averages along time under a Hann window.</summary>
internal static class Smoothing
{
    /// <summary>Each channel of [1, C, T] with its own window; beyond the edges there is zero.</summary>
    /// <param name="lengths">Odd lengths in frames, one per channel.</param>
    public static Value Smooth(this Value channels, params ReadOnlySpan<int> lengths)
    {
        var longest = 0;
        foreach (var length in lengths)
            longest = Math.Max(longest, length);

        var kernels = new float[lengths.Length * longest];
        for (var channel = 0; channel < lengths.Length; channel++)
        {
            var hann = Hann(lengths[channel]);
            var first = channel * longest + (longest - hann.Length) / 2;
            for (var tap = 0; tap < hann.Length; tap++)
                kernels[first + tap] = (float)hann[tap];
        }

        var g = channels.Graph;
        return g.Op(
            "Conv",
            channels.Type,
            [channels, g.Floats(kernels, lengths.Length, 1, longest)],
            Attributes.Of("group", lengths.Length),
            Attributes.Of("pads", [longest / 2, longest / 2]),
            Attributes.Of("kernel_shape", [longest]));
    }

    /// <summary>All channels with the same window.</summary>
    public static Value SmoothAll(this Value channels, int count, int length)
    {
        var lengths = new int[count];
        Array.Fill(lengths, length);
        return channels.Smooth(lengths);
    }

    /// <summary>The average under the window, counting each frame by its weight. Weights of 1 keep the edges from fading.</summary>
    public static Value WeightedSmooth(this Value channels, Value weights, params ReadOnlySpan<int> lengths) =>
        (channels * weights).Smooth(lengths) / weights.Smooth(lengths);

    /// <summary>A Hann window without its two zeros, of sum 1.</summary>
    private static double[] Hann(int length)
    {
        var window = new double[length];
        for (var i = 0; i < length; i++)
            window[i] = 0.5 - 0.5 * Math.Cos(2 * Math.PI * (i + 1) / (length + 1));
        var sum = window.Sum();
        return Array.ConvertAll(window, tap => tap / sum);
    }
}

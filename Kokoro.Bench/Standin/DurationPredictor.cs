using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>How many frames each id gets: an LSTM and the sum of fifty sigmoids.</summary>
internal static class DurationPredictor
{
    private const int Sigmoids = 50;

    /// <summary>With these two a sum is about 2.9, as long as a phoneme of speech, and so rounds to 3.</summary>
    private const double Bias = -2.82;
    private const double Gain = 0.35;

    /// <param name="encoded">[1, N, 640].</param>
    /// <param name="speed">[1].</param>
    /// <returns>int64 [1, N], at least one each.</returns>
    public static Value Predict(Network net, Value encoded, Value speed)
    {
        var y = net.Lstm("lstm", encoded.Transpose(1, 0, 2), DurationEncoder.Width).Transpose(1, 0, 2);
        y = Linear.Create(net, "duration_proj", Sizes.Hidden, Sigmoids, Gain, WeightFills.Constant(Bias)).Apply(y);

        using var part = net.Inside("durations");
        var g = net.Graph;
        var sum = g.Op("ReduceSum", y.Type, [y.Sigmoid(), g.Ints(2)], Attributes.Of("keepdims", 0));
        var frames = (sum / speed).Round();
        return g.Op("Clip", frames.Type, [frames, g.Scalar(frames.Type, 1)]).ToInt64();
    }
}

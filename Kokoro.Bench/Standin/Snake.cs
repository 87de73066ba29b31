using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>The activation x + sin^2(a x) / a (Ziyin, Hartwig and Ueda, 2020), with an a for each channel, as Mul, Sin, Pow, Mul and Add.</summary>
internal static class Snake
{
    /// <param name="x">[1, channels, T].</param>
    public static Value Apply(Network net, string name, Value x, int channels)
    {
        using var part = net.Inside(name);

        // Above 0.5, so that one over it is small.
        var rates = Array.ConvertAll(net.Draw("alpha", channels, WeightFills.Normal(0.5)), each => MathF.Abs(each) + 0.5f);
        var rate = net.Weight("alpha", WeightFills.Values(rates), 1, channels, 1);
        var wave = (rate * x).Sin().Square();
        var reciprocal = net.Weight("reciprocal", WeightFills.Values(Array.ConvertAll(rates, each => 1 / each)), 1, channels, 1);
        return x + reciprocal * wave;
    }
}

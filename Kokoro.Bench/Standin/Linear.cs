using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>x W + b as MatMul and Add. It may be applied more than once.</summary>
/// <param name="Matrix">[from, to].</param>
/// <param name="Bias">[to].</param>
internal sealed record Linear(string Name, Value Matrix, Value Bias)
{
    public static Linear Create(Network net, string name, int from, int to, double gain = 1, WeightFill? bias = null)
    {
        using var part = net.Inside(name);
        return new Linear(
            name,
            net.Weight("weight", WeightFills.Layer(from, gain), from, to),
            net.Weight("bias", bias ?? WeightFills.Bias, to));
    }

    /// <param name="x">[.., from].</param>
    /// <returns>[.., to].</returns>
    public Value Apply(Value x)
    {
        using var part = x.Graph.Inside(Name);
        return Bias + x.MatMul(Matrix);
    }
}

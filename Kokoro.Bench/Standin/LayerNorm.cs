using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Bench.Standin;

/// <summary>LayerNormalization over the last axis. It may be applied more than once.</summary>
/// <param name="Scale">[width], as is <paramref name="Shift"/>.</param>
internal sealed record LayerNorm(string Name, Value Scale, Value Shift, double Epsilon = LayerNorm.UsualEpsilon)
{
    private const double UsualEpsilon = 1e-5;

    public static LayerNorm Create(Network net, string name, int width, double epsilon = UsualEpsilon)
    {
        using var part = net.Inside(name);
        return new LayerNorm(
            name, net.Weight("weight", WeightFills.NormScale, width), net.Weight("bias", WeightFills.Bias, width), epsilon);
    }

    /// <param name="x">[.., width].</param>
    public Value Apply(Value x)
    {
        using var part = x.Graph.Inside(Name);
        return x.Graph.Op(
            "LayerNormalization", x.Type, [x, Scale, Shift], Attributes.Of("axis", -1), Attributes.Of("epsilon", Epsilon));
    }
}

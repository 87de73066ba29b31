using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Bench.Standin;

/// <summary>A convolution along time.</summary>
internal sealed record Conv(int From, int To, int Kernel)
{
    public int Stride { get; init; } = 1;

    public int Dilation { get; init; } = 1;

    /// <summary>Zeros at each end. Left out, as many as keep the length at a stride of 1.</summary>
    public int? Padding { get; init; }

    public double Gain { get; init; } = 1;

    /// <summary>Null: none is added.</summary>
    public WeightFill? Bias { get; init; } = WeightFills.Bias;

    /// <param name="x">[1, From, T].</param>
    /// <returns>[1, To, steps].</returns>
    public Value Apply(Network net, string name, Value x)
    {
        using var part = net.Inside(name);
        var padding = Padding ?? Dilation * (Kernel - 1) / 2;
        var weight = net.Weight("weight", WeightFills.Layer(From * Kernel, Gain), To, From, Kernel);
        Value[] inputs = Bias is null ? [x, weight] : [x, weight, net.Weight("bias", Bias, To)];
        return x.Graph.Op("Conv", x.Type, inputs, Geometry(padding));
    }

    private AttributeProto[] Geometry(int padding) =>
    [
        Attributes.Of("kernel_shape", [Kernel]),
        Attributes.Of("strides", [Stride]),
        Attributes.Of("dilations", [Dilation]),
        Attributes.Of("pads", [padding, padding]),
        Attributes.Of("group", 1),
    ];
}

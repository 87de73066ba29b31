using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>Operators of neural networks without weights.</summary>
internal static class Operators
{
    public static Value Tanh(this Value x) => x.Apply("Tanh");

    public static Value Sigmoid(this Value x) => x.Apply("Sigmoid");

    public static Value Atan(this Value x) => x.Apply("Atan");

    public static Value Square(this Value x) => x.Power(2);

    public static Value Power(this Value x, double exponent) =>
        x.Graph.Op("Pow", x.Type, [x, x.Graph.Scalar(DataType.Float, exponent)]);

    public static Value LeakyRelu(this Value x, double slope) => x.Apply("LeakyRelu", Attributes.Of("alpha", slope));

    /// <summary>Along the last axis.</summary>
    public static Value Softmax(this Value x) => x.Apply("Softmax", Attributes.Of("axis", -1));

    /// <summary>The mean along an axis, which is kept with the extent 1.</summary>
    public static Value Mean(this Value x, long axis) => x.Apply("ReduceMean", Attributes.Of("axes", [axis]), Attributes.Of("keepdims", 1));

    public static Value Transpose(this Value x, params ReadOnlySpan<long> axes) => x.Apply("Transpose", Attributes.Of("perm", axes));

    /// <summary>Running sums along an axis.</summary>
    public static Value CumulativeSum(this Value x, int axis) =>
        x.Graph.Op("CumSum", x.Type, [x, x.Graph.Scalar(DataType.Int64, axis)]);

    /// <summary>Repeats each of the steps of [1, C, T].</summary>
    public static Value Repeat(this Value x, double factor) =>
        x.Resize(factor, "nearest", Attributes.Of("coordinate_transformation_mode", "asymmetric"), Attributes.Of("nearest_mode", "floor"));

    /// <summary>Resamples the steps of [1, C, T] along straight lines.</summary>
    public static Value Interpolate(this Value x, double factor) =>
        x.Resize(factor, "linear", Attributes.Of("coordinate_transformation_mode", "pytorch_half_pixel"));

    /// <summary>Mirrors what is inside at both ends of the last axis of [1, C, T].</summary>
    public static Value PadByReflection(this Value x, long before, long after) =>
        x.Graph.Op("Pad", x.Type, [x, x.Graph.Ints(0, 0, before, 0, 0, after)], Attributes.Of("mode", "reflect"));

    /// <summary>An input that an operator may have and is not given.</summary>
    public static Value Nothing(this GraphBuilder graph) => new(graph, "", DataType.Float);

    private static Value Apply(this Value x, string type, params ReadOnlySpan<AttributeProto> attributes) =>
        x.Graph.Op(type, x.Type, [x], attributes);

    private static Value Resize(this Value x, double factor, string mode, params ReadOnlySpan<AttributeProto> attributes)
    {
        var scales = x.Graph.Floats([1, 1, (float)factor], 3);
        return x.Graph.Op("Resize", x.Type, [x, x.Graph.Nothing(), scales], [Attributes.Of("mode", mode), .. attributes]);
    }
}

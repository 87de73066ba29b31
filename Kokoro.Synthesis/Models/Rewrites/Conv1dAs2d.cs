using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// A convolution over [N, C, T] becomes one over [N, C, 1, T]: the runtime has its fastest kernels (channels in blocks of
/// one register) for two dimensions only. Small convolutions do not earn back the change of layout.
/// </summary>
internal sealed class Conv1dAs2d : IGraphRewrite
{
    private const long LeastChannels = 64;
    private const long LeastKernel = 3;

    public Replacement? Match(NodeProto last, GraphIndex graph)
    {
        if (!last.Is("Conv") || last.Int("group", 1) != 1 || last.Text("auto_pad", "NOTSET") != "NOTSET")
            return null;
        var name = last.In(1);
        if (graph.Initializer(name) is not { } weights || !weights.IsFloat() || graph.Consumers(name).Count > 1 || graph.IsUsedOutside(name))
            return null;
        if (weights.Dims is not [>= LeastChannels, >= LeastChannels, >= LeastKernel])
            return null;

        var axes = Parts.Ints(2);
        var output = last.Output[0];
        var signal = Parts.Node("Unsqueeze", [last.In(0), axes.Name], graph.Fresh(output + "/signal"));
        var convolution = last.Clone();
        convolution.Input[0] = signal.Output[0];
        convolution.Output[0] = graph.Fresh(output + "/convolution");
        for (var i = 0; i < convolution.Attribute.Count; i++)
            convolution.Attribute[i] = In2d(convolution.Attribute[i]);
        return new Replacement([last], [signal, convolution, Parts.Node("Squeeze", [convolution.Output[0], axes.Name], output)], [In2d(weights), axes]);
    }

    private static AttributeProto In2d(AttributeProto attribute) =>
        (attribute.Name, attribute.Ints) switch
        {
            ("kernel_shape" or "strides" or "dilations", [var size]) => Attributes.Of(attribute.Name, 1, size),
            ("pads", [var before, var after]) => Attributes.Of(attribute.Name, 0, before, 0, after),
            _ => attribute,
        };

    /// <summary>[O, I, K] as [O, I, 1, K]. The values are shared, not copied.</summary>
    private static TensorProto In2d(TensorProto weights)
    {
        var result = weights.Clone();
        result.Dims.Insert(2, 1);
        return result;
    }
}

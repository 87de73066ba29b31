using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>The end of AdaIN: a normalised signal times a scale, plus a shift, both computed from the style.</summary>
/// <param name="Normal">[1, C, T].</param>
/// <param name="Scale">[1, C, 1]; exporters write 1 + gamma.</param>
/// <param name="Shift">[1, C, 1].</param>
/// <param name="Nodes">The product and the sum.</param>
internal sealed record Modulation(string Normal, string Scale, string Shift, IReadOnlyList<NodeProto> Nodes)
{
    /// <summary>All ways to read the node as the sum; the operators do not say which operand is which.</summary>
    public static IEnumerable<Modulation> EndingWith(NodeProto last, GraphIndex graph) =>
        from sum in last.Is("Add") ? last.Operands() : []
        let product = graph.Producer(sum.First, "Mul")
        where product is not null
        from factors in product.Operands()
        select new Modulation(factors.First, factors.Second, sum.Second, [product, last]);

    /// <summary>
    /// Is that what one scale and one shift for each channel does to this signal? An InstanceNormalization has one pair for
    /// the whole batch, so the batch must be one.
    /// </summary>
    /// <param name="signal">What is normalised.</param>
    public bool IsPerChannelOf(string signal, GraphIndex graph) =>
        graph.Shape(signal) is [var batch, var channels, _]
        && batch is 1 or null
        && graph.Graph.Input.All(input => graph.Shape(input.Name) is [] or [_] or [1, ..])
        && IsPerChannel(graph.Shape(Scale), channels)
        && IsPerChannel(graph.Shape(Shift), channels);

    /// <summary>The scale and the shift as [C] vectors.</summary>
    /// <param name="name">Begins the names of the vectors.</param>
    public (NodeProto Scale, NodeProto Shift, TensorProto Shape) AsVectors(string name, GraphIndex graph)
    {
        var shape = Parts.Ints(-1);
        return (
            Parts.Node("Reshape", [Scale, shape.Name], graph.Fresh(name + "/scale")),
            Parts.Node("Reshape", [Shift, shape.Name], graph.Fresh(name + "/shift")),
            shape);
    }

    private static bool IsPerChannel(long?[]? shape, long? channels) =>
        shape is [1 or null, var own, 1] && own != 1 && (own is null || channels is null || own == channels);
}

using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Reads nodes. What a node does not have is empty or the default given.</summary>
internal static class NodeReading
{
    /// <summary>Is it that standard operator?</summary>
    public static bool Is(this NodeProto node, string type) => node.OpType == type && GraphIndex.IsStandard(node.Domain) && node.Output.Count > 0;

    /// <summary>The name of an input; empty for an optional one that is left out.</summary>
    public static string In(this NodeProto node, int index) => index < node.Input.Count ? node.Input[index] : "";

    public static long Int(this NodeProto node, string name, long otherwise) => node.Find(name)?.I ?? otherwise;

    public static float Float(this NodeProto node, string name, float otherwise) => node.Find(name)?.F ?? otherwise;

    public static string Text(this NodeProto node, string name, string otherwise) => node.Find(name)?.S.ToStringUtf8() ?? otherwise;

    public static long[]? Ints(this NodeProto node, string name) => node.Find(name)?.Ints.ToArray();

    /// <summary>The two inputs of an operator that does not mind their order, both ways round.</summary>
    public static IEnumerable<(string First, string Second)> Operands(this NodeProto node) =>
        node.Input.Count == 2 ? [(node.Input[0], node.Input[1]), (node.Input[1], node.Input[0])] : [];

    /// <summary>The axes of an operator that has them as an attribute or, since a later operator set, as an input.</summary>
    public static long[]? Axes(this NodeProto node, GraphIndex graph, int input = 1) =>
        node.Ints("axes") ?? graph.Constant(node.In(input))?.Ints();

    private static AttributeProto? Find(this NodeProto node, string name) => node.Attribute.FirstOrDefault(attribute => attribute.Name == name);
}

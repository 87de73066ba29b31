using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>The graphs inside of nodes, such as the body of a Loop. They may take values of the graph around them.</summary>
internal static class Subgraphs
{
    /// <summary>Every name that they take or give, at any depth; among them those of the outer graph.</summary>
    public static IEnumerable<string> NamesIn(NodeProto node) =>
        node.Attribute
            .SelectMany(attribute => attribute.G is { } graph ? attribute.Graphs.Append(graph) : attribute.Graphs)
            .SelectMany(graph => graph.Node
                .SelectMany(inner => inner.Input.Concat(NamesIn(inner)))
                .Concat(graph.Output.Select(output => output.Name)));
}

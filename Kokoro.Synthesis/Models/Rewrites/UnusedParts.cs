using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Removes nodes and initialisers that nothing needs any more.</summary>
internal static class UnusedParts
{
    public static void Remove(GraphProto graph)
    {
        // An initialiser that is an input as well belongs to the signature.
        var used = graph.Output.Concat(graph.Input).Select(value => value.Name).ToHashSet();
        var nodes = new List<NodeProto>();

        // From the end: a node's consumers have all been seen before it.
        foreach (var node in graph.Node.Reverse().Where(node => node.Output.Any(used.Contains)))
        {
            used.UnionWith(node.Input);
            used.UnionWith(Subgraphs.NamesIn(node));
            nodes.Add(node);
        }

        nodes.Reverse();
        graph.Node.Clear();
        graph.Node.AddRange(nodes);

        var initializers = graph.Initializer.Where(tensor => used.Contains(tensor.Name)).ToList();
        graph.Initializer.Clear();
        graph.Initializer.AddRange(initializers);

        // What says nothing of the values that are left.
        used.UnionWith(nodes.SelectMany(node => node.Output));
        var infos = graph.ValueInfo.Where(info => used.Contains(info.Name)).ToList();
        graph.ValueInfo.Clear();
        graph.ValueInfo.AddRange(infos);
    }
}

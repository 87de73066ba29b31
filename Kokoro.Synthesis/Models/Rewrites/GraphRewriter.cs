using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// Rewrites what exporters of speech models write out into the operators that the runtime does fastest. The answer is the
/// same but for rounding, the inputs and outputs are untouched, and a graph without the patterns stays as it is.
/// </summary>
internal static class GraphRewriter
{
    /// <summary>From here on Squeeze and Unsqueeze take their axes as an input.</summary>
    private const long FirstOperatorSet = 13;

    private static readonly IGraphRewrite[] Rewrites = [new WrittenOutAdaIn(), new AffineAdaIn(), new Conv1dAs2d()];

    /// <summary>Changes the model in place. Weights are not copied.</summary>
    public static RewriteReport Rewrite(ModelProto model)
    {
        if (model.Graph is null || OperatorSet(model) < FirstOperatorSet)
            return new RewriteReport();
        var counts = Array.ConvertAll(Rewrites, rewrite => Apply(rewrite, model.Graph));
        if (counts.Any(count => count > 0))
            UnusedParts.Remove(model.Graph);
        return new RewriteReport
        {
            WrittenOutNorms = counts[0],
            AffineNorms = counts[1],
            Convolutions = counts[2],
        };
    }

    private static long OperatorSet(ModelProto model) =>
        model.OpsetImport.FirstOrDefault(import => GraphIndex.IsStandard(import.Domain))?.Version ?? 0;

    private static int Apply(IGraphRewrite rewrite, GraphProto graph)
    {
        var index = new GraphIndex(graph);
        var replacements = new Dictionary<NodeProto, Replacement>(ReferenceEqualityComparer.Instance);
        var removed = new HashSet<NodeProto>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Node)
        {
            if (rewrite.Match(node, index) is not { } replacement || replacement.Removed.Any(removed.Contains))
                continue;
            replacements.Add(node, replacement);
            removed.UnionWith(replacement.Removed);
        }

        if (replacements.Count == 0)
            return 0;

        // In the place of a pattern's last node all of the pattern's inputs are known, so the order stays topological.
        var nodes = graph.Node
            .SelectMany(node => replacements.TryGetValue(node, out var replacement) ? replacement.Added
                : removed.Contains(node) ? []
                : (IEnumerable<NodeProto>)[node])
            .ToList();
        graph.Node.Clear();
        graph.Node.AddRange(nodes);
        StoreConstants(graph, replacements.Values.SelectMany(replacement => replacement.Constants));
        return replacements.Count;
    }

    private static void StoreConstants(GraphProto graph, IEnumerable<TensorProto> constants)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < graph.Initializer.Count; i++)
            places[graph.Initializer[i].Name] = i;
        foreach (var constant in constants)
        {
            if (places.TryGetValue(constant.Name, out var place))
            {
                graph.Initializer[place] = constant;
                continue;
            }

            places.Add(constant.Name, graph.Initializer.Count);
            graph.Initializer.Add(constant);
        }
    }
}

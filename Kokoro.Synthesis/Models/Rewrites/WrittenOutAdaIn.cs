using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// AdaIN (Huang and Belongie 2017, https://arxiv.org/abs/1703.06868) in nine operators becomes one InstanceNormalization
/// whose scale and shift are computed while the graph runs: two passes over the signal in place of eight.
/// </summary>
internal sealed class WrittenOutAdaIn : IGraphRewrite
{
    public Replacement? Match(NodeProto last, GraphIndex graph)
    {
        foreach (var modulation in Modulation.EndingWith(last, graph))
        {
            if (WrittenOutNorm.Of(modulation.Normal, graph) is not { } norm || !modulation.IsPerChannelOf(norm.Signal, graph))
                continue;
            NodeProto[] pattern = [.. norm.Nodes, .. modulation.Nodes];
            if (!graph.AreOnlyForEachOther(pattern, last))
                continue;

            var output = last.Output[0];
            var (scale, shift, shape) = modulation.AsVectors(output, graph);
            var normalisation = Parts.Node(
                "InstanceNormalization", [norm.Signal, scale.Output[0], shift.Output[0]], output, Attributes.Of("epsilon", norm.Epsilon));
            return new Replacement(pattern, [scale, shift, normalisation], [shape]);
        }

        return null;
    }
}

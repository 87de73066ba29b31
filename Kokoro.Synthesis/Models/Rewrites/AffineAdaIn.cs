using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// AdaIN over an InstanceNormalization that has a weight w and a bias b of its own: (w n + b) s + t = (w s) n + (b s + t),
/// so the normalisation can do all of it, and scale and shift are computed on [C] vectors in place of the signal.
/// </summary>
internal sealed class AffineAdaIn : IGraphRewrite
{
    public Replacement? Match(NodeProto last, GraphIndex graph)
    {
        foreach (var modulation in Modulation.EndingWith(last, graph))
        {
            if (graph.Producer(modulation.Normal, "InstanceNormalization") is not { } norm || !modulation.IsPerChannelOf(norm.In(0), graph))
                continue;
            NodeProto[] pattern = [norm, .. modulation.Nodes];
            if (!graph.AreOnlyForEachOther(pattern, last))
                continue;

            var output = last.Output[0];
            var (scale, shift, shape) = modulation.AsVectors(output, graph);
            var weight = Parts.Node("Mul", [norm.In(1), scale.Output[0]], graph.Fresh(output + "/weight"));
            var scaledBias = Parts.Node("Mul", [norm.In(2), scale.Output[0]], graph.Fresh(output + "/scaled_bias"));
            var bias = Parts.Node("Add", [scaledBias.Output[0], shift.Output[0]], graph.Fresh(output + "/bias"));
            var normalisation = Parts.Node(
                "InstanceNormalization",
                [norm.In(0), weight.Output[0], bias.Output[0]],
                output,
                Attributes.Of("epsilon", norm.Float("epsilon", 1e-5f)));
            return new Replacement(pattern, [scale, shift, weight, scaledBias, bias, normalisation], [shape]);
        }

        return null;
    }
}

using Kokoro.Synthesis.Models.Graphs;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// A short-time Fourier transform of a real signal becomes a convolution with windowed cosines and sines: the runtime does
/// STFT on one thread. Long frames are left alone, since there a fast transform is the better one.
/// </summary>
internal sealed class StftAsConv : IGraphRewrite
{
    private const int LongestFrame = 64;

    public Replacement? Match(NodeProto last, GraphIndex graph)
    {
        if (!last.Is("STFT") || last.Int("onesided", 1) != 1)
            return null;
        if (graph.Constant(last.In(1))?.SingleInt() is not { } hop || Window(last, graph) is not { Length: <= LongestFrame } window)
            return null;

        var output = last.Output[0];
        var input = graph.Fresh(output + "/signal");
        var layout = Parts.Ints(1);
        NodeProto signal;
        switch (graph.Shape(last.In(0)))
        {
            case [_, _]: // [N, L]
                signal = Parts.Node("Unsqueeze", [last.In(0), layout.Name], input);
                break;
            case [_, _, 1]: // [N, L, 1]
                signal = Parts.Node("Transpose", [last.In(0)], input, Attributes.Of("perm", 0, 2, 1));
                break;
            default:
                return null;
        }

        var waves = Waves(graph.Fresh(output + "/waves"), window);
        var frames = Parts.Node("Conv", [input, waves.Name], graph.Fresh(output + "/frames"), Attributes.Of("strides", [hop]));
        var turned = Parts.Node("Transpose", [frames.Output[0]], graph.Fresh(output + "/turned"), Attributes.Of("perm", 0, 2, 1));
        var shape = Parts.Ints(0, 0, Bins(window), 2);
        return new Replacement([last], [signal, frames, turned, Parts.Node("Reshape", [turned.Output[0], shape.Name], output)], [layout, waves, shape]);
    }

    private static int Bins(float[] window) => window.Length / 2 + 1;

    /// <summary>Null if it is not known or not as long as the frame.</summary>
    private static float[]? Window(NodeProto node, GraphIndex graph)
    {
        if (graph.Constant(node.In(2)) is not { Dims: [> 0 and <= LongestFrame] } window)
            return null;
        return node.In(3).Length == 0 || graph.Constant(node.In(3))?.SingleInt() == window.Dims[0] ? window.Floats() : null;
    }

    /// <summary>[2 bins, 1, frame]: for each bin k the row w[n] cos(2 pi k n / frame), then the row -w[n] sin(2 pi k n / frame).</summary>
    private static TensorProto Waves(string name, float[] window)
    {
        var frame = window.Length;
        var waves = new float[2 * Bins(window) * frame];
        for (var row = 0; row < waves.Length / frame; row++)
        {
            for (var n = 0; n < frame; n++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * (row / 2) * n / frame);
                waves[row * frame + n] = (float)(window[n] * (row % 2 == 0 ? cosine : -sine));
            }
        }

        return Parts.Floats(name, waves, waves.Length / frame, 1, frame);
    }
}

using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Operators that compute.</summary>
internal sealed partial class ShapeInference
{
    private static long?[] Broadcast(long?[] left, long?[] right)
    {
        var result = new long?[Math.Max(left.Length, right.Length)];
        for (var fromEnd = 1; fromEnd <= result.Length; fromEnd++)
        {
            var a = fromEnd <= left.Length ? left[^fromEnd] : 1;
            var b = fromEnd <= right.Length ? right[^fromEnd] : 1;
            result[^fromEnd] = a == 1 ? b : b == 1 ? a : a ?? b;
        }

        return result;
    }

    private long?[]? Broadcast(NodeProto node)
    {
        long?[] result = [];
        for (var i = 0; i < node.Input.Count; i++)
        {
            if (Of(node, i) is not { } shape)
                return null;
            result = Broadcast(result, shape);
        }

        return result;
    }

    private long?[] Convolved(NodeProto node, long?[] weights, long? channels)
    {
        var result = new long?[weights.Length];
        result[0] = Of(node, 0) is [var batch, ..] ? batch : null;
        result[1] = channels;
        return result;
    }

    private long?[] Gemm(NodeProto node) =>
    [
        Of(node, 0) is [var rows, var inner] ? node.Int("transA", 0) == 0 ? rows : inner : null,
        Of(node, 1) is [var first, var second] ? node.Int("transB", 0) == 0 ? second : first : null,
    ];

    private long?[]? MatMul(NodeProto node) =>
        Of(node, 0) is [.. var left, var rows, _] && Of(node, 1) is [.. var right, _, var columns]
            ? [.. Broadcast(left, right), rows, columns]
            : null;

    /// <summary>[steps, directions, batch, hidden].</summary>
    private long?[]? Lstm(NodeProto node) =>
        Of(node, 0) is [var steps, var batch, _] && node.Int("layout", 0) == 0
            ? [steps, node.Text("direction", "forward") == "bidirectional" ? 2 : 1, batch, Of(node, 2) is [_, _, var hidden] ? hidden : null]
            : null;

    private long?[]? Reduced(NodeProto node)
    {
        if (Of(node, 0) is not { } shape || node.Axes(graph) is not { } axes)
            return null;
        var places = axes.Select(axis => Axis(axis, shape.Length)).ToHashSet();
        return node.Int("keepdims", 1) == 1
            ? [.. shape.Select((extent, place) => places.Contains(place) ? 1 : extent)]
            : [.. shape.Where((_, place) => !places.Contains(place))];
    }
}

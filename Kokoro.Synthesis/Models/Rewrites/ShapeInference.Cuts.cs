using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Operators that make axes shorter or longer.</summary>
internal sealed partial class ShapeInference
{
    private long?[]? Sliced(NodeProto node)
    {
        if (Of(node, 0) is not { } shape)
            return null;
        if (Constant(node, 3) is not { } axes)
            return new long?[shape.Length];
        var result = Without(shape, axes);
        if (Constant(node, 1) is not { } starts || Constant(node, 2) is not { } ends || starts.Length != axes.Length || ends.Length != axes.Length)
            return result;
        if (node.In(4).Length > 0 && Constant(node, 4)?.All(step => step == 1) != true)
            return result;
        for (var i = 0; i < axes.Length; i++)
        {
            if (Axis(axes[i], shape.Length) is { } axis && shape[axis] is { } extent)
                result[axis] = Math.Max(0, Place(ends[i], extent) - Place(starts[i], extent));
        }

        return result;
    }

    /// <summary>Where a slice begins or ends: negative numbers count from the end, and numbers beyond an end mean that end.</summary>
    private static long Place(long index, long extent) => Math.Clamp(index < 0 ? index + extent : index, 0, extent);

    private long?[]? Split(NodeProto node) => Of(node, 0) is { } shape ? Without(shape, [node.Int("axis", 0)]) : null;

    private long?[]? Padded(NodeProto node)
    {
        if (Of(node, 0) is not { } shape)
            return null;
        return node.In(3).Length == 0 && Constant(node, 1) is { } pads && pads.Length == 2 * shape.Length
            ? [.. shape.Select((extent, axis) => extent + pads[axis] + pads[axis + shape.Length])]
            : new long?[shape.Length];
    }

    /// <summary>An axis keeps its extent where the scale is a constant 1.</summary>
    private long?[]? Resized(NodeProto node)
    {
        if (Of(node, 0) is not { } shape)
            return null;
        return graph.Constant(node.In(2))?.Floats() is { } scales && scales.Length == shape.Length && node.Ints("axes") is null
            ? [.. shape.Select((extent, axis) => scales[axis] == 1 ? extent : null)]
            : new long?[shape.Length];
    }
}

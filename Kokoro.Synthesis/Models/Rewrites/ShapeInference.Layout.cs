using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Operators that only move values.</summary>
internal sealed partial class ShapeInference
{
    private long?[]? Transposed(NodeProto node) =>
        Of(node, 0) is { } shape && node.Ints("perm") is { } order && order.All(axis => axis >= 0 && axis < shape.Length)
            ? [.. order.Select(axis => shape[axis])]
            : node.Ints("perm") is { } axes ? new long?[axes.Length] : null;

    private long?[]? Reshaped(NodeProto node)
    {
        if (PartlyKnown(node.In(1)) is not { } target)
            return null;
        var from = Of(node, 0);
        var result = new long?[target.Length];
        for (var axis = 0; axis < target.Length; axis++)
        {
            result[axis] = target[axis] switch
            {
                0 => node.Int("allowzero", 0) == 0 && axis < from?.Length ? from[axis] : null,
                -1 => null,
                var extent => extent,
            };
        }

        // The -1, if all else is known.
        var rest = Array.IndexOf(target, -1L);
        var others = result.Where((_, axis) => axis != rest).Aggregate((long?)1, (product, extent) => product * extent);
        if (rest >= 0 && others > 0 && from?.Aggregate((long?)1, (product, extent) => product * extent) is { } length)
            result[rest] = length / others;
        else if (rest >= 0)
            result[rest] = WithoutEqualAxes(from, target, result, rest);
        return result;
    }

    /// <summary>The -1 of a reshape whose unknown axes are all copied, such as [T, B, 2, H] to [0, 0, -1].</summary>
    private static long? WithoutEqualAxes(long?[]? from, long?[] target, long?[] result, int rest)
    {
        if (from is null || rest > from.Length || rest != target.Length - 1 || target.Take(rest).Any(extent => extent != 0))
            return null;
        return result.Length == rest + 1 ? from.Skip(rest).Aggregate((long?)1, (product, extent) => product * extent) : null;
    }

    /// <summary>The numbers of a shape that is a constant or put together from constants and extents.</summary>
    private long?[]? PartlyKnown(string name)
    {
        if (graph.Constant(name)?.Ints() is { } all)
            return [.. all];
        if (graph.Producer(name, "Concat") is not { } concat)
            return null;
        var numbers = new List<long?>();
        foreach (var part in concat.Input)
        {
            if (graph.Constant(part)?.Ints() is { } known)
                numbers.AddRange(known.Select(number => (long?)number));
            else if (_shapes.GetValueOrDefault(part) is [{ } count])
                numbers.AddRange(new long?[count]);
            else
                return null;
        }

        return [.. numbers];
    }

    private long?[]? Unsqueezed(NodeProto node)
    {
        if (Of(node, 0) is not { } shape || node.Axes(graph) is not { } axes)
            return null;
        var rank = shape.Length + axes.Length;
        var places = axes.Select(axis => Axis(axis, rank)).ToHashSet();
        var next = 0;
        return places.Count == axes.Length && !places.Contains(null)
            ? [.. Enumerable.Range(0, rank).Select(place => places.Contains(place) ? 1 : shape[next++])]
            : null;
    }

    private long?[]? Squeezed(NodeProto node)
    {
        if (Of(node, 0) is not { } shape || node.Axes(graph) is not { } axes)
            return null;
        var places = axes.Select(axis => Axis(axis, shape.Length)).ToHashSet();
        return [.. shape.Where((_, place) => !places.Contains(place))];
    }

    private long?[]? Gathered(NodeProto node) =>
        Of(node, 0) is { } shape && Of(node, 1) is { } indices && Axis(node.Int("axis", 0), shape.Length) is { } axis
            ? [.. shape[..axis], .. indices, .. shape[(axis + 1)..]]
            : null;

    private long?[]? Concatenated(NodeProto node)
    {
        // Where one part is known, so are the other axes of all of them.
        var parts = node.Input.Select(_shapes.GetValueOrDefault).ToArray();
        if (parts.FirstOrDefault(part => part is not null) is not { } some || Axis(node.Int("axis", 0), some.Length) is not { } axis)
            return null;
        var result = new long?[some.Length];
        for (var place = 0; place < result.Length; place++)
        {
            var extents = parts.Select(part => place < part?.Length ? part[place] : null).ToArray();
            result[place] = place == axis ? extents.Aggregate((long?)0, (sum, extent) => sum + extent) : extents.FirstOrDefault(extent => extent is not null);
        }

        return result;
    }
}

using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Operators that only move values.</summary>
internal sealed partial class ShapeInference
{
    private long?[]? Transposed(NodeProto node)
    {
        var shape = Of(node, 0);
        return node.Ints("perm") is { } order ? [.. order.Select(axis => axis >= 0 && axis < shape?.Length ? shape[axis] : null)] : null;
    }

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

        // The -1 is what the others leave. Leading axes that are copied may be unknown, such as in [T, B, 2, H] to [0, 0, -1].
        var rest = Array.IndexOf(target, -1L);
        if (rest < 0 || from is null)
            return result;
        var copied = Math.Min(target.TakeWhile(extent => extent == 0).Count(), from.Length);
        if (Product(from.Skip(copied)) is { } length && Product(result.Where((_, axis) => axis >= copied && axis != rest)) is { } others and > 0)
            result[rest] = length / others;
        return result;
    }

    /// <summary>Null if one of them is not known.</summary>
    private static long? Product(IEnumerable<long?> extents) => extents.Aggregate((long?)1, (product, extent) => product * extent);

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

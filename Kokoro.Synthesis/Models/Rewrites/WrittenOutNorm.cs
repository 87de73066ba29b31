using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>
/// A signal less its mean over time, by its standard deviation: (x - mean(x)) / sqrt(mean((x - mean(x))^2) + epsilon), as
/// exporters write it out.
/// </summary>
/// <param name="Signal">[1, C, T].</param>
/// <param name="Nodes">All that compute it.</param>
internal sealed record WrittenOutNorm(string Signal, float Epsilon, IReadOnlyList<NodeProto> Nodes)
{
    /// <summary>Null if the value is something else.</summary>
    public static WrittenOutNorm? Of(string value, GraphIndex graph)
    {
        if (graph.Producer(value, "Div") is not { } quotient
            || Centred.Of(quotient.In(0), graph) is not { } centred
            || graph.Producer(quotient.In(1), "Sqrt") is not { } root
            || graph.Producer(root.In(0), "Add") is not { } guarded)
        {
            return null;
        }

        foreach (var (variance, small) in guarded.Operands())
        {
            if (graph.Constant(small)?.SingleFloat() is { } epsilon && Variance(variance, graph) is { } moment && moment.Signal == centred.Signal)
                return new WrittenOutNorm(centred.Signal, epsilon, [.. centred.Nodes.Union(moment.Nodes), guarded, root, quotient]);
        }

        return null;
    }

    /// <summary>The mean of the square of the centred signal.</summary>
    private static Centred? Variance(string value, GraphIndex graph)
    {
        if (TimeMean(value, graph) is not { } mean || Square(mean.In(0), graph) is not { } square)
            return null;
        return Centred.Of(square.In(0), graph) is { } centred ? centred with { Nodes = [.. centred.Nodes, square, mean] } : null;
    }

    private static NodeProto? Square(string value, GraphIndex graph)
    {
        if (graph.Producer(value, "Mul") is { } product)
            return product.In(0) == product.In(1) ? product : null;
        return graph.Producer(value, "Pow") is { } power && graph.Constant(power.In(1))?.SingleFloat() == 2 ? power : null;
    }

    /// <summary>The mean over the last of three axes, which stays.</summary>
    private static NodeProto? TimeMean(string value, GraphIndex graph) =>
        graph.Producer(value, "ReduceMean") is { } mean
        && graph.Shape(mean.In(0)) is [_, _, _]
        && mean.Axes(graph) is [2 or -1]
        && mean.Int("keepdims", 1) == 1
            ? mean
            : null;

    /// <summary>A signal less its mean. Some files compute it twice: once to divide it, once to square it.</summary>
    private sealed record Centred(string Signal, IReadOnlyList<NodeProto> Nodes)
    {
        public static Centred? Of(string value, GraphIndex graph) =>
            graph.Producer(value, "Sub") is { } difference
            && TimeMean(difference.In(1), graph) is { } mean
            && mean.In(0) == difference.In(0)
                ? new Centred(mean.In(0), [mean, difference])
                : null;
    }
}

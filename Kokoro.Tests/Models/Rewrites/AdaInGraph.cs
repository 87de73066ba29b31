using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.Rewrites;

/// <summary>AdaIN over the input x [1, 6, T], as exporters write it; gamma and beta are the halves of the input style [1, 12].</summary>
internal sealed record AdaInGraph
{
    public const int Channels = 6;

    /// <summary>The values that only AdaIN itself needs when it is written out.</summary>
    public static readonly string[] Inside = ["mean", "centred", "square", "variance", "guarded", "deviation", "normal", "product"];

    /// <summary>An InstanceNormalization with weights, in place of the single operators.</summary>
    public bool IsAffine { get; init; }

    /// <summary>The operands of sums and products the other way round.</summary>
    public bool IsSwapped { get; init; }

    public bool SquaresByPow { get; init; }

    /// <summary>The mean and the centred signal a second time, for the square.</summary>
    public bool CentresTwice { get; init; }

    /// <summary>Gamma and beta cut out with shapes that are computed while the graph runs, as older exporters do.</summary>
    public bool ComputesShapes { get; init; }

    public long TimeAxis { get; init; } = 2;

    public object[] Shape { get; init; } = [1, Channels, "T"];

    /// <summary>A value inside of the pattern that is an output as well.</summary>
    public string? Published { get; init; }

    /// <summary>A value inside of the pattern that something else takes as well.</summary>
    public string? Shared { get; init; }

    public byte[] ToModel() => ToGraph().ToModel();

    public TinyGraph ToGraph()
    {
        var graph = new TinyGraph()
            .Input("x", TensorElementType.Float, Shape)
            .Input("style", TensorElementType.Float, 1, 2 * Channels)
            .Output("y", TensorElementType.Float, Shape)
            .Constant("axes", TensorElementType.Int64, [2L], 1)
            .Constant("0", TensorElementType.Int64, [0L], 1)
            .Constant("1", TensorElementType.Int64, [1L], 1)
            .Constant("C", TensorElementType.Int64, [(long)Channels], 1)
            .Constant("2C", TensorElementType.Int64, [2L * Channels], 1)
            .Constant("one", TensorElementType.Float, [1f], 1);
        if (ComputesShapes)
            AddStyleByShapes(graph);
        else
            AddStyle(graph);
        graph.Node("Add", Operands("gamma", "one"), ["scale"]);
        if (IsAffine)
            AddAffineNorm(graph);
        else
            AddWrittenOutNorm(graph);
        graph.Node("Mul", Operands("scale", "normal"), ["product"]).Node("Add", Operands("product", "beta"), ["y"]);
        if (Published is not null)
            graph.Output(Published, TensorElementType.Float, Shape.Length == 3 ? [1, Channels, "any"] : ["a", "b", "c", "d"]);
        if (Shared is not null)
            graph.Node("Neg", [Shared], ["second"]).Output("second", TensorElementType.Float, 1, Channels, "any");
        return graph;
    }

    private string[] Operands(string first, string second) => IsSwapped ? [second, first] : [first, second];

    private static void AddStyle(TinyGraph graph) =>
        graph
            .Node("Unsqueeze", ["style", "axes"], ["both"])
            .Node("Slice", ["both", "0", "C", "1"], ["gamma"])
            .Node("Slice", ["both", "C", "2C", "1"], ["beta"]);

    private static void AddStyleByShapes(TinyGraph graph) =>
        graph
            .Constant("first", TensorElementType.Int64, [0L])
            .Constant("second", TensorElementType.Int64, [1L])
            .Constant("half", TensorElementType.Int64, [2L])
            .Node("Shape", ["style"], ["shape"])
            .Node("Gather", ["shape", "first"], ["batch"])
            .Node("Gather", ["shape", "second"], ["width"])
            .Node("Unsqueeze", ["batch", "0"], ["batch_axis"])
            .Node("Unsqueeze", ["width", "0"], ["width_axis"])
            .Node("Concat", ["batch_axis", "width_axis", "1"], ["three"], TinyGraph.Attribute("axis", 0))
            .Node("Reshape", ["style", "three"], ["both"])
            .Node("Div", ["width_axis", "half"], ["middle"])
            .Node("Slice", ["both", "0", "middle", "1"], ["gamma"])
            .Node("Slice", ["both", "middle", "width_axis", "1"], ["beta"]);

    private static void AddAffineNorm(TinyGraph graph) =>
        graph
            .Constant("weight", TensorElementType.Float, RandomNumbers.Normal("weight", Channels), Channels)
            .Constant("bias", TensorElementType.Float, RandomNumbers.Normal("bias", Channels), Channels)
            .Node("InstanceNormalization", ["x", "weight", "bias"], ["normal"], TinyGraph.Attribute("epsilon", 1e-3f));

    private void AddWrittenOutNorm(TinyGraph graph)
    {
        var axes = TinyGraph.Attribute("axes", [TimeAxis]);
        graph
            .Constant("epsilon", TensorElementType.Float, [1e-3f], 1)
            .Constant("two", TensorElementType.Float, [2f])
            .Node("ReduceMean", ["x"], ["mean"], axes, TinyGraph.Attribute("keepdims", 1))
            .Node("Sub", ["x", "mean"], ["centred"]);
        var centred = "centred";
        if (CentresTwice)
        {
            graph.Node("ReduceMean", ["x"], ["mean_again"], axes).Node("Sub", ["x", "mean_again"], ["centred_again"]);
            centred = "centred_again";
        }

        graph
            .Node(SquaresByPow ? "Pow" : "Mul", [centred, SquaresByPow ? "two" : centred], ["square"])
            .Node("ReduceMean", ["square"], ["variance"], axes)
            .Node("Add", Operands("variance", "epsilon"), ["guarded"])
            .Node("Sqrt", ["guarded"], ["deviation"])
            .Node("Div", ["centred", "deviation"], ["normal"]);
    }
}

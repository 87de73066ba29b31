using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.Rewrites;

/// <summary>Over the input x [1, 6, T].</summary>
public class ShapeInferenceTests
{
    [Fact]
    public void Axis_of_any_length_is_not_known() => Assert.Equal("1 6 ?", Shape("Sin", ["x"]));

    [Fact]
    public void Unknown_operator_has_no_shape() => Assert.Null(Shape("NonZero", ["x"]));

    [Fact]
    public void Value_of_an_unknown_operator_has_the_shape_that_the_file_tells()
    {
        var model = ModelProto.Parser.ParseFrom(Graph().Node("NonZero", ["x"], ["y"]).ToModel());
        model.Graph.ValueInfo.Add(model.Graph.Input[0].Clone());
        model.Graph.ValueInfo[0].Name = "y";

        Assert.Equal([1, 6, null], new GraphIndex(model.Graph).Shape("y"));
    }

    [Theory]
    [InlineData("Add", "1 6 ?", "x", "per_channel")]
    [InlineData("Add", "1 6 ?", "x", "two")]
    [InlineData("Mul", "6 6 ?", "x", "six")]
    [InlineData("Conv", "1 4 ?", "x", "weights")]
    [InlineData("ConvTranspose", "1 5 ?", "x", "turned_weights")]
    [InlineData("MatMul", "1 6 7", "x", "matrix")]
    [InlineData("Reshape", "1 3 2 ?", "x", "to_four")]
    [InlineData("Unsqueeze", "1 6 1 ?", "x", "two")]
    [InlineData("Squeeze", "6 ?", "x", "zero")]
    [InlineData("Slice", "1 2 ?", "x", "two", "four", "one")]
    [InlineData("Slice", "1 4 ?", "x", "two", "far", "one")]
    [InlineData("Slice", "1 2 ?", "x", "minus_two", "far", "one")]
    [InlineData("Pad", "1 9 ?", "x", "pads")]
    [InlineData("Resize", "1 6 ?", "x", "", "scales")]
    [InlineData("Gemm", "6 5", "two_axes", "other_two_axes")]
    public void Shape_follows_from_the_inputs(string type, string expected, params string[] inputs) => Assert.Equal(expected, Shape(type, inputs));

    [Fact]
    public void Shape_follows_from_attributes()
    {
        Assert.Equal("1 ? 6", Shape("Transpose", ["x"], TinyGraph.Attribute("perm", [0, 2, 1])));
        Assert.Equal("1 12 ?", Shape("Concat", ["x", "x"], TinyGraph.Attribute("axis", -2)));
        Assert.Equal("1 6 1", Shape("ReduceMean", ["x"], TinyGraph.Attribute("axes", [-1])));
        Assert.Equal("1 ?", Shape("ReduceMean", ["x"], TinyGraph.Attribute("axes", [1]), TinyGraph.Attribute("keepdims", 0)));
        Assert.Equal("1 2 ?", Shape("Gather", ["x", "pair"], TinyGraph.Attribute("axis", 1)));
        Assert.Equal("1 ? ?", Shape("Split", ["x"], TinyGraph.Attribute("axis", 1)));
    }

    [Fact]
    public void Width_of_a_recurrent_layer_in_both_directions_is_known_after_it_is_put_together()
    {
        var graph = Graph()
            .Node("Transpose", ["x"], ["steps"], TinyGraph.Attribute("perm", [2, 0, 1]))
            .Constant("w", TensorElementType.Float, new float[2 * 12 * 6], 2, 12, 6)
            .Constant("r", TensorElementType.Float, new float[2 * 12 * 3], 2, 12, 3)
            .Node("LSTM", ["steps", "w", "r"], ["both"], TinyGraph.Attribute("direction", "bidirectional"), TinyGraph.Attribute("hidden_size", 3))
            .Node("Transpose", ["both"], ["beside"], TinyGraph.Attribute("perm", [0, 2, 1, 3]))
            .Constant("copy_two", TensorElementType.Int64, [0L, 0L, -1L], 3)
            .Node("Reshape", ["beside", "copy_two"], ["y"]);

        Assert.Equal("? 1 6", Shape(graph));
    }

    private static string? Shape(string type, string[] inputs, params ProtoWriter[] attributes) =>
        Shape(Graph().Node(type, inputs, ["y"], attributes));

    private static string? Shape(TinyGraph graph) =>
        new GraphIndex(ModelProto.Parser.ParseFrom(graph.ToModel()).Graph).Shape("y") is { } shape
            ? string.Join(' ', shape.Select(extent => extent?.ToString() ?? "?"))
            : null;

    private static TinyGraph Graph() =>
        new TinyGraph()
            .Input("x", TensorElementType.Float, 1, 6, "T")
            .Constant("per_channel", TensorElementType.Float, new float[6], 1, 6, 1)
            .Constant("six", TensorElementType.Float, new float[6], 6, 1, 1)
            .Constant("weights", TensorElementType.Float, new float[4 * 6 * 3], 4, 6, 3)
            .Constant("turned_weights", TensorElementType.Float, new float[6 * 5 * 3], 6, 5, 3)
            .Constant("matrix", TensorElementType.Float, new float[3 * 7], 3, 7)
            .Constant("two_axes", TensorElementType.Float, new float[6 * 4], 6, 4)
            .Constant("other_two_axes", TensorElementType.Float, new float[4 * 5], 4, 5)
            .Constant("scales", TensorElementType.Float, [1f, 1f, 2f], 3)
            .Constant("pads", TensorElementType.Int64, [0L, 1L, 4L, 0L, 2L, 4L], 6)
            .Constant("to_four", TensorElementType.Int64, [1L, 3L, 2L, -1L], 4)
            .Constant("pair", TensorElementType.Int64, [1L, 2L], 2)
            .Constant("zero", TensorElementType.Int64, [0L], 1)
            .Constant("one", TensorElementType.Int64, [1L], 1)
            .Constant("two", TensorElementType.Int64, [2L], 1)
            .Constant("four", TensorElementType.Int64, [4L], 1)
            .Constant("minus_two", TensorElementType.Int64, [-2L], 1)
            .Constant("far", TensorElementType.Int64, [long.MaxValue], 1);
}

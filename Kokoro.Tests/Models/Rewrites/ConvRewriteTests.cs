using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.Rewrites;

public class ConvRewriteTests
{
    private static readonly RewriteReport One = new() { Convolutions = 1 };

    [Theory]
    [InlineData(3, 1, 1, 33)]
    [InlineData(7, 1, 5, 101)]
    [InlineData(11, 1, 3, 1)]
    [InlineData(4, 3, 2, 50)]
    public void Convolution_with_enough_work_becomes_two_dimensional(long kernel, long stride, long dilation, int steps)
    {
        var all = dilation * (kernel - 1);
        var graph = Graph(
            [64, 64, kernel],
            TinyGraph.Attribute("kernel_shape", [kernel]),
            TinyGraph.Attribute("strides", [stride]),
            TinyGraph.Attribute("dilations", [dilation]),
            TinyGraph.Attribute("pads", [all / 3, all - all / 3]),
            TinyGraph.Attribute("group", 1));

        var run = Run(graph, 64, steps);

        run.AssertSameWith(One);
        Assert.Equal(["Unsqueeze", "Conv", "Squeeze"], run.Operators);
    }

    [Fact]
    public void Convolution_with_no_attributes_becomes_two_dimensional() => Run(Graph([64, 64, 3]), 64, 20).AssertSameWith(One);

    [Fact]
    public void Values_of_the_weights_are_not_copied()
    {
        var model = ModelProto.Parser.ParseFrom(Graph([64, 64, 3]).ToModel());
        var before = model.Graph.Initializer.Single(tensor => tensor.Name == "weights").RawData;

        GraphRewriter.Rewrite(model);

        var after = model.Graph.Initializer.Single(tensor => tensor.Name == "weights");
        Assert.Same(before, after.RawData);
        Assert.Equal([64, 64, 1, 3], after.Dims);
    }

    [Theory]
    [InlineData(63, 64, 3)]
    [InlineData(64, 63, 3)]
    [InlineData(64, 64, 2)]
    public void Small_convolution_is_left_alone(long outputs, long inputs, long kernel) =>
        Run(Graph([outputs, inputs, kernel]), inputs, 20).AssertLeftAlone();

    [Fact]
    public void Grouped_convolution_is_left_alone() =>
        Run(Graph([128, 64, 3], TinyGraph.Attribute("group", 2)), 128, 20).AssertLeftAlone();

    [Fact]
    public void Convolution_that_pads_itself_is_left_alone() =>
        Run(Graph([64, 64, 3], TinyGraph.Attribute("auto_pad", "SAME_UPPER")), 64, 20).AssertLeftAlone();

    [Fact]
    public void Convolution_whose_weights_are_used_elsewhere_is_left_alone()
    {
        var graph = Graph([64, 64, 3]).Node("Neg", ["weights"], ["z"]).Output("z", TensorElementType.Float, 64, 64, 3);

        Run(graph, 64, 20).AssertLeftAlone();
    }

    [Fact]
    public void Convolution_whose_weights_may_be_given_at_each_run_is_left_alone() =>
        Run(Graph([64, 64, 3]).Input("weights", TensorElementType.Float, 64, 64, 3), 64, 20).AssertLeftAlone();

    [Fact]
    public void Convolution_whose_weights_a_loop_takes_is_left_alone()
    {
        var body = new TinyGraph("body")
            .Input("turn", TensorElementType.Int64)
            .Input("go_on", TensorElementType.Bool)
            .Node("Identity", ["go_on"], ["go_on_next"])
            .Node("Neg", ["weights"], ["negative"])
            .Output("go_on_next", TensorElementType.Bool)
            .Output("negative", TensorElementType.Float, 64, 64, 3);
        var graph = Graph([64, 64, 3])
            .Constant("turns", TensorElementType.Int64, [2L])
            .Constant("true", TensorElementType.Bool, [true])
            .Node("Loop", ["turns", "true"], ["z"], TinyGraph.Attribute("body", body))
            .Output("z", TensorElementType.Float, "turns", 64, 64, 3);

        Run(graph, 64, 20).AssertLeftAlone();
    }

    private static TinyGraph Graph(long[] weights, params ProtoWriter[] attributes) =>
        new TinyGraph()
            .Input("x", TensorElementType.Float, 1, "C", "T")
            .Output("y", TensorElementType.Float, 1, weights[0], "steps")
            .Constant("weights", TensorElementType.Float, [.. RandomNumbers.Normal("weights", weights).Select(weight => weight / 20)], weights)
            .Constant("bias", TensorElementType.Float, RandomNumbers.Normal("bias", weights[0]), weights[0])
            .Node("Conv", ["x", "weights", "bias"], ["y"], attributes);

    private static RewrittenRun Run(TinyGraph graph, long channels, int steps) => RewrittenRun.Of(graph.ToModel(), ("x", [1, channels, steps]));
}

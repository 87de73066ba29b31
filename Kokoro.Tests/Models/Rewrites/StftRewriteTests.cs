using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.Rewrites;

public class StftRewriteTests
{
    private static readonly RewriteReport One = new() { FourierTransforms = 1 };

    [Theory]
    [InlineData(20, 5, 121)]
    [InlineData(20, 5, 20)]
    [InlineData(16, 4, 103)]
    [InlineData(64, 64, 640)]
    public void Transform_becomes_a_convolution(int frame, int hop, int samples)
    {
        var run = RewrittenRun.Of(Graph([1, "L"], frame, hop).ToModel(), ("x", [1, samples]));

        run.AssertSameWith(One);
        Assert.Equal(["Unsqueeze", "Conv", "Transpose", "Reshape", "Transpose"], run.Operators);
    }

    [Fact]
    public void Transform_of_a_signal_with_a_third_axis_becomes_a_convolution() =>
        RewrittenRun.Of(Graph([1, "L", 1], 20, 5).ToModel(), ("x", [1, 77, 1])).AssertSameWith(One);

    [Fact]
    public void Transform_of_several_signals_becomes_a_convolution() =>
        RewrittenRun.Of(Graph(["N", "L"], 20, 5).ToModel(), ("x", [3, 77])).AssertSameWith(One);

    [Theory]
    [InlineData(2)]
    [InlineData("any")]
    public void Transform_of_what_may_be_complex_is_left_alone(object parts)
    {
        var model = ModelProto.Parser.ParseFrom(Graph([1, "L", parts], 20, 5).ToModel());

        Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(model));
    }

    [Fact]
    public void Transform_to_both_sides_is_left_alone() =>
        RewrittenRun.Of(Graph([1, "L"], 20, 5, TinyGraph.Attribute("onesided", 0)).ToModel(), ("x", [1, 77])).AssertLeftAlone();

    [Fact]
    public void Transform_of_long_frames_is_left_alone() =>
        RewrittenRun.Of(Graph([1, "L"], 128, 32).ToModel(), ("x", [1, 300])).AssertLeftAlone();

    [Fact]
    public void Transform_whose_window_may_be_given_at_each_run_is_left_alone()
    {
        var graph = Graph([1, "L"], 20, 5).Input("window", TensorElementType.Float, 20);

        RewrittenRun.Of(graph.ToModel(), ("x", [1, 77])).AssertLeftAlone();
    }

    [Fact]
    public void Transform_whose_window_is_computed_is_left_alone()
    {
        var graph = new TinyGraph()
            .Input("x", TensorElementType.Float, 1, "L")
            .Output("y", TensorElementType.Float, 1, "frames", "bins", 2)
            .Constant("hop", TensorElementType.Int64, [5L])
            .Constant("size", TensorElementType.Int64, [20L])
            .Node("HannWindow", ["size"], ["window"])
            .Node("STFT", ["x", "hop", "window", "size"], ["y"]);

        RewrittenRun.Of(graph.ToModel(), ("x", [1, 77])).AssertLeftAlone();
    }

    private static TinyGraph Graph(object[] shape, int frame, int hop, params ProtoWriter[] attributes) =>
        new TinyGraph()
            .Input("x", TensorElementType.Float, shape)
            .Output("y", TensorElementType.Float, "N", "bins", "frames", 2)
            .Constant("hop", TensorElementType.Int64, [(long)hop])
            .Constant("frame", TensorElementType.Int64, [(long)frame])
            .Constant("window", TensorElementType.Float, RandomNumbers.Normal("window", frame), frame)
            .Node("STFT", ["x", "hop", "window", "frame"], ["spectrum"], attributes)
            .Node("Transpose", ["spectrum"], ["y"], TinyGraph.Attribute("perm", [0, 2, 1, 3]));
}

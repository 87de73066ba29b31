using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;

namespace Kokoro.Tests.Models.Rewrites;

public class AdaInRewriteTests
{
    private static readonly RewriteReport OneWrittenOut = new() { WrittenOutNorms = 1 };

    public static TheoryData<string> Inside => [.. AdaInGraph.Inside];

    [Theory]
    [InlineData(false, false, false, 2, 33)]
    [InlineData(false, true, false, -1, 7)]
    [InlineData(true, false, false, 2, 1)]
    [InlineData(true, true, true, -1, 64)]
    [InlineData(false, false, true, 2, 101)]
    public void Written_out_AdaIN_becomes_one_normalisation(bool isSwapped, bool squaresByPow, bool centresTwice, long axis, int steps)
    {
        var graph = new AdaInGraph { IsSwapped = isSwapped, SquaresByPow = squaresByPow, CentresTwice = centresTwice, TimeAxis = axis };

        var run = Run(graph, steps);

        run.AssertSameWith(OneWrittenOut);
        Assert.Equal(["Unsqueeze", "Slice", "Slice", "Add", "Reshape", "Reshape", "InstanceNormalization"], run.Operators);
    }

    [Theory]
    [InlineData(false, 33)]
    [InlineData(true, 7)]
    public void AdaIN_over_a_normalisation_with_weights_becomes_one_normalisation(bool isSwapped, int steps)
    {
        var run = Run(new AdaInGraph { IsAffine = true, IsSwapped = isSwapped }, steps);

        run.AssertSameWith(new RewriteReport { AffineNorms = 1 });
        Assert.Single(run.Operators, "InstanceNormalization");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AdaIN_whose_style_is_cut_by_computed_shapes_is_rewritten(bool isAffine) =>
        Assert.Equal(isAffine ? new RewriteReport { AffineNorms = 1 } : new RewriteReport { WrittenOutNorms = 1 }, Run(new AdaInGraph { IsAffine = isAffine, ComputesShapes = true }, 9).Report);

    [Theory]
    [MemberData(nameof(Inside))]
    public void AdaIN_with_an_output_inside_is_left_alone(string name) => Run(new AdaInGraph { Published = name }, 9).AssertLeftAlone();

    [Theory]
    [MemberData(nameof(Inside))]
    public void AdaIN_with_a_second_consumer_inside_is_left_alone(string name) => Run(new AdaInGraph { Shared = name }, 9).AssertLeftAlone();

    [Theory]
    [InlineData("normal")]
    [InlineData("product")]
    public void AdaIN_with_weights_and_a_second_consumer_inside_is_left_alone(string name) =>
        Run(new AdaInGraph { IsAffine = true, Shared = name }, 9).AssertLeftAlone();

    [Theory]
    [InlineData("gamma")]
    [InlineData("scale")]
    [InlineData("beta")]
    public void AdaIN_whose_scale_and_shift_are_used_elsewhere_is_rewritten(string name) =>
        Run(new AdaInGraph { Shared = name }, 9).AssertSameWith(OneWrittenOut);

    [Fact]
    public void AdaIN_over_the_channels_is_left_alone() => Run(new AdaInGraph { TimeAxis = 1 }, 9).AssertLeftAlone();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AdaIN_over_a_signal_with_four_axes_is_left_alone(bool isAffine)
    {
        var graph = new AdaInGraph { IsAffine = isAffine, TimeAxis = 2, Shape = [1, AdaInGraph.Channels, AdaInGraph.Channels, 5] };

        RewrittenRun.Of(graph.ToModel(), ("x", [1, AdaInGraph.Channels, AdaInGraph.Channels, 5]), ("style", [1, 2 * AdaInGraph.Channels])).AssertLeftAlone();
    }

    [Fact]
    public void AdaIN_of_a_batch_is_left_alone()
    {
        var graph = new AdaInGraph { Shape = ["N", AdaInGraph.Channels, "T"] };

        RewrittenRun.Of(graph.ToModel(), ("x", [2, AdaInGraph.Channels, 9]), ("style", [1, 2 * AdaInGraph.Channels])).AssertLeftAlone();
    }

    [Fact]
    public void AdaIN_with_its_axes_as_inputs_is_rewritten()
    {
        var model = ModelProto.Parser.ParseFrom(new AdaInGraph().ToModel());
        model.OpsetImport[0].Version = 18;
        foreach (var mean in model.Graph.Node.Where(node => node.OpType == "ReduceMean"))
        {
            mean.Attribute.Remove(mean.Attribute.Single(attribute => attribute.Name == "axes"));
            mean.Input.Add("axes");
        }

        RewrittenRun.Of(model, ("x", [1, AdaInGraph.Channels, 9]), ("style", [1, 2 * AdaInGraph.Channels])).AssertSameWith(OneWrittenOut);
    }

    private static RewrittenRun Run(AdaInGraph graph, int steps) =>
        RewrittenRun.Of(graph.ToModel(), ("x", [1, AdaInGraph.Channels, steps]), ("style", [1, 2 * AdaInGraph.Channels]));
}

using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.Rewrites;
using Kokoro.Synthesis.Models.StarterModel;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.Rewrites;

public class GraphRewriterTests
{
    [Fact]
    public void Graph_without_the_patterns_stays_as_it_is()
    {
        var bytes = StarterModelBuilder.Build();
        var model = ModelProto.Parser.ParseFrom(bytes);

        Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(model));
        Assert.Equal(bytes, model.ToByteArray());
    }

    [Fact]
    public void Model_without_a_graph_is_left_alone() => Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(new ModelProto()));

    [Fact]
    public void Model_of_an_older_operator_set_is_left_alone()
    {
        var model = ModelProto.Parser.ParseFrom(new AdaInGraph().ToModel());
        model.OpsetImport[0].Version = 12;

        Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(model));
    }

    [Fact]
    public void Operators_of_another_domain_are_left_alone()
    {
        var model = ModelProto.Parser.ParseFrom(new AdaInGraph().ToModel());
        model.Graph.Node.Single(node => node.OpType == "Sqrt").Domain = "other";

        Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(model));
    }

    [Fact]
    public void Second_rewrite_finds_nothing()
    {
        var model = ModelProto.Parser.ParseFrom(new AdaInGraph().ToModel());

        Assert.Equal(new RewriteReport { WrittenOutNorms = 1 }, GraphRewriter.Rewrite(model));
        Assert.Equal(new RewriteReport(), GraphRewriter.Rewrite(model));
    }

    [Fact]
    public void What_nothing_needs_any_more_is_removed()
    {
        var model = ModelProto.Parser.ParseFrom(new AdaInGraph().ToModel());
        model.Graph.ValueInfo.Add(new ValueInfoProto { Name = "centred" });

        GraphRewriter.Rewrite(model);

        Assert.DoesNotContain(model.Graph.Initializer, tensor => tensor.Name is "epsilon" or "two");
        Assert.Contains(model.Graph.Initializer, tensor => tensor.Name == "one");
        Assert.Empty(model.Graph.ValueInfo);
    }

    [Fact]
    public void Name_that_the_graph_has_is_not_given_again()
    {
        var graph = new AdaInGraph().ToGraph().Node("Neg", ["beta"], ["y/scale"]).Output("y/scale", TensorElementType.Float, 1, 6, 1);

        RewrittenRun.Of(graph.ToModel(), ("x", [1, 6, 9]), ("style", [1, 12])).AssertSameWith(new RewriteReport { WrittenOutNorms = 1 });
    }
}

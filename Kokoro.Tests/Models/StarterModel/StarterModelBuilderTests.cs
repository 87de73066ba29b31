using Kokoro.Synthesis.Models.Onnx;
using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.RunsToPcm;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Models.StarterModel;

public class StarterModelBuilderTests
{
    /// <summary>The operators of the standard that the design allows; a custom one would need a library of its own.</summary>
    private const string StandardDomain = "";

    [Fact]
    public void Build_twice_gives_the_same_bytes() => Assert.Equal(StarterModelBuilder.Build(), StarterModelBuilder.Build());

    [Fact]
    public void Build_gives_a_small_file() => Assert.InRange(StarterModelBuilder.Build().Length, 300_000, 400_000);

    [Fact]
    public void Build_gives_kokoros_signature_with_durations_and_nothing_else()
    {
        using var model = new StarterSession(StarterModelBuilder.Build());

        Assert.Equal(["input_ids", "style", "speed"], model.Session.InputNames);
        Assert.Equal(["waveform", "durations"], model.Session.OutputNames);
        Assert.Equal(TensorElementType.Int64, model.Session.InputMetadata["input_ids"].ElementDataType);
        Assert.Equal([1, -1], model.Session.InputMetadata["input_ids"].Dimensions);
        Assert.Equal([1, 256], model.Session.InputMetadata["style"].Dimensions);
        Assert.Equal([1], model.Session.InputMetadata["speed"].Dimensions);
        Assert.Equal(TensorElementType.Float, model.Session.OutputMetadata["waveform"].ElementDataType);
        Assert.Equal(TensorElementType.Int64, model.Session.OutputMetadata["durations"].ElementDataType);
    }

    [Fact]
    public void Build_uses_operator_set_17_of_the_standard_alone()
    {
        var model = ModelProto.Parser.ParseFrom(StarterModelBuilder.Build());

        Assert.Equal(8, model.IrVersion);
        var operators = Assert.Single(model.OpsetImport);
        Assert.Equal((StandardDomain, 17L), (operators.Domain, operators.Version));
    }

    [Fact]
    public void Build_says_of_itself_that_it_is_robotic_and_not_kokoro()
    {
        var model = ModelProto.Parser.ParseFrom(StarterModelBuilder.Build());
        var properties = model.MetadataProps.ToDictionary(property => property.Key, property => property.Value);

        Assert.Equal("kokoro-starter-voice", model.Graph.Name);
        Assert.Equal(StarterModelMetadata.Version, model.ModelVersion);
        Assert.StartsWith("A robotic starter voice: formant synthesis", model.DocString, StringComparison.Ordinal);
        Assert.Contains("not Kokoro-82M", model.DocString, StringComparison.Ordinal);
        Assert.Contains("the real Kokoro-82M model can be added", model.DocString, StringComparison.Ordinal);
        Assert.Equal("24000", properties["sample_rate"]);
        Assert.Equal("600", properties["samples_per_duration"]);
        Assert.Equal("af_linden af_wren am_aster am_basalt", properties["voices"]);
    }

    [Fact]
    public void Build_names_every_value_once_and_uses_only_what_stands_before()
    {
        var graph = ModelProto.Parser.ParseFrom(StarterModelBuilder.Build()).Graph;
        var known = graph.Input.Select(input => input.Name).Concat(graph.Initializer.Select(tensor => tensor.Name)).ToHashSet();

        foreach (var node in graph.Node)
        {
            Assert.All(node.Input, name => Assert.Contains(name, known));
            Assert.All(node.Output, name => Assert.True(known.Add(name), $"{name} is written twice"));
        }
    }
}

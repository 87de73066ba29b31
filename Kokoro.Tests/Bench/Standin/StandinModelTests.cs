using Kokoro.Bench.Standin;
using Kokoro.Synthesis.Models.Onnx;

namespace Kokoro.Tests.Bench.Standin;

/// <summary>The whole model, of which only the graph and the weights' shapes are made.</summary>
public class StandinModelTests
{
    private static readonly StandinModel Model = StandinModel.Build();
    private static readonly Dictionary<string, Weight> Weights = Model.Weights.ToDictionary(weight => weight.Name);

    // The published parameter table of an export of Kokoro-82M (adrianlyjak/kokoro-onnx-export). Conv has 440 more there for an
    // STFT as convolution; MatMul leaves out the nine numbers that mix the harmonics.
    [Theory]
    [InlineData("Conv", 88, 54_711_192 - 440)]
    [InlineData("LSTM", 6, 10_772_480)]
    [InlineData("Gemm", 73, 6_409_236)]
    [InlineData("MatMul", 76, 6_022_144 + 9)]
    [InlineData("ConvTranspose", 6, 3_023_936)]
    public void Operators_have_as_many_parameters_as_Kokoro_82M(string type, int nodes, long parameters)
    {
        var users = Nodes.Where(node => node.OpType == type && WeightsOf(node).Any()).ToArray();

        Assert.Equal(nodes, users.Length);
        Assert.Equal(parameters, users.SelectMany(WeightsOf).Distinct().Sum(weight => weight.Length));
    }

    [Fact]
    public void All_parameters_are_as_many_as_Kokoro_82M_has_but_for_a_few_constants() =>
        Assert.InRange(Weights.Values.Sum(weight => (long)weight.Length), 81_162_270 - 15_000, 81_162_270);

    [Theory]
    [InlineData("InstanceNormalization", 0)]
    [InlineData("ReduceMean", 70 * 2)] // AdaIN
    [InlineData("Sin", 48 + 3)] // Snake, the source, the phases
    [InlineData("Tanh", 12 + 1)] // GELU, the source
    [InlineData("STFT", 1)]
    [InlineData("ScatterND", 1)]
    [InlineData("Resize", 6)]
    public void Layers_are_written_out_as_the_export_does(string type, int nodes) => Assert.Equal(nodes, Nodes.Count(node => node.OpType == type));

    [Fact]
    public void Every_input_of_a_node_was_made_before_it()
    {
        var made = Model.Proto.Graph.Input.Select(input => input.Name)
            .Concat(Model.Proto.Graph.Initializer.Select(constant => constant.Name))
            .Concat(Weights.Keys)
            .Append("")
            .ToHashSet();
        foreach (var node in Nodes)
        {
            Assert.DoesNotContain(node.Input, input => !made.Contains(input));
            Assert.All(node.Output, output => Assert.True(made.Add(output), output));
        }

        Assert.All(Model.Proto.Graph.Output, output => Assert.Contains(output.Name, made));
    }

    [Fact]
    public void Calm_model_has_the_same_weights_but_for_the_spread_of_its_pitch()
    {
        var calm = StandinModel.Build(isCalm: true);

        Assert.Equal(Model.Weights.Select(weight => weight.Name), calm.Weights.Select(weight => weight.Name));
        Assert.DoesNotContain(calm.Proto.Graph.Node, node => node.OpType == "Atan");
        var pitch = calm.Weights.Single(weight => weight.Name.EndsWith("F0_proj/weight", StringComparison.Ordinal));
        var values = new float[pitch.Length];
        pitch.Draw(values);
        Assert.All(values, value => Assert.Equal(0, value));
    }

    private static IEnumerable<NodeProto> Nodes => Model.Proto.Graph.Node;

    private static IEnumerable<Weight> WeightsOf(NodeProto node) =>
        node.Input.Where(Weights.ContainsKey).Select(input => Weights[input]);
}

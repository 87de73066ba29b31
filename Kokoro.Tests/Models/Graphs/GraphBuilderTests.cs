using Kokoro.Synthesis.Models.Graphs;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Tests.Models.Graphs;

public class GraphBuilderTests
{
    private readonly GraphBuilder _graph = new();

    private Value Input => new(_graph, "x", DataType.Float);

    [Fact]
    public void Op_written_twice_is_one_node()
    {
        var first = Input.Exp() * 2;
        var second = Input.Exp() * 2;

        Assert.Same(first, second);
        Assert.Equal(["Exp", "Mul"], _graph.Nodes.Select(node => node.OpType));
    }

    [Fact]
    public void Op_with_another_attribute_is_another_node()
    {
        Assert.NotSame(Input.Gather(_graph.Ints(0), axis: 0), Input.Gather(_graph.Ints(0), axis: 1));
        Assert.NotSame(Input.CumulativeSum(), Input.SumBefore());
    }

    [Fact]
    public void Constants_of_equal_bytes_and_another_shape_or_type_are_kept_apart()
    {
        var names = new[]
        {
            _graph.Floats([0, 0], 2).Name,
            _graph.Floats([0, 0], 1, 2).Name,
            _graph.Floats([0, 0], 2).Name,
            _graph.Ints(0).Name,
            _graph.Scalar(DataType.Int64, 0).Name,
        };

        Assert.Equal(names[0], names[2]);
        Assert.Equal(4, names.Distinct().Count());
        Assert.Equal(4, _graph.Initializers.Count);
    }

    [Fact]
    public void Body_takes_only_what_depends_on_its_own_values()
    {
        var body = _graph.Body("loop");
        var inner = new Value(body, "y", DataType.Float);

        var outside = Input * 3;
        var inside = outside + inner;

        Assert.Equal(["Mul"], _graph.Nodes.Select(node => node.OpType));
        Assert.Equal(["Add"], body.Nodes.Select(node => node.OpType));
        Assert.Same(body, inside.Graph);
    }

    [Fact]
    public void Comparison_of_floats_is_a_flag_as_float() => Assert.Equal(DataType.Float, Input.Above(0.5).Type);

    [Fact]
    public void Op_written_twice_is_two_nodes_where_equal_ones_are_not_merged()
    {
        var graph = new GraphBuilder(mergeEqual: false);
        var input = new Value(graph, "x", DataType.Float);

        Assert.NotEqual(input.Exp().Name, input.Exp().Name);
        Assert.Equal(["Exp", "Exp"], graph.Nodes.Select(node => node.OpType));
    }

    [Fact]
    public void Nodes_are_named_after_the_parts_that_they_are_written_inside_of()
    {
        using (_graph.Inside("decoder"))
        {
            using (_graph.Inside("conv"))
                _ = Input.Exp();
            _ = Input.Sin();
        }

        _ = Input.Cos();
        Assert.Equal(["decoder/conv/Exp0", "decoder/Sin1", "Cos2"], _graph.Nodes.Select(node => node.Name));
    }
}

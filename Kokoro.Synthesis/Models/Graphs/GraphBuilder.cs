using System.Text;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>
/// Collects the nodes of one graph in the order in which they are written. The same operator on the same inputs is one
/// node, so a formula may be spelled out wherever it is needed. A loop body is a second builder that shares the
/// constants and reads values of the outer graph.
/// </summary>
internal sealed class GraphBuilder
{
    private readonly ConstantPool _constants;
    private readonly Dictionary<string, Value> _known = [];
    private readonly string _prefix;
    private readonly bool _mergeEqual;

    /// <param name="mergeEqual">False keeps equal nodes apart, as they are in graphs that were traced from a program.</param>
    public GraphBuilder(bool mergeEqual = true)
    {
        _constants = new ConstantPool();
        _prefix = "";
        _mergeEqual = mergeEqual;
    }

    private GraphBuilder(GraphBuilder outer, string name)
    {
        _constants = outer._constants;
        _prefix = name + "/";
        _mergeEqual = outer._mergeEqual;
        Depth = outer.Depth + 1;
    }

    /// <summary>0 for the main graph, one more for each loop body around a node.</summary>
    public int Depth { get; }

    public List<NodeProto> Nodes { get; } = [];

    /// <summary>What the names of the nodes that follow begin with: empty, or with a slash at its end.</summary>
    public string Path { get; private set; } = "";

    public IReadOnlyList<TensorProto> Initializers => _constants.Tensors;

    /// <summary>Names the nodes that follow, for whoever looks at the file or at an error of the runtime.</summary>
    public void Stage(string name) => Path = name + "/";

    /// <summary>Names the nodes that follow, until it is disposed, after a part of the part that is being written.</summary>
    public Part Inside(string name)
    {
        var part = new Part(this, Path);
        Path += name + "/";
        return part;
    }

    public GraphBuilder Body(string name) => new(this, name);

    public Value Floats(ReadOnlySpan<float> data, params ReadOnlySpan<long> shape) =>
        new(this, _constants.Add(DataType.Float, data, shape), DataType.Float);

    /// <summary>A vector of the values rounded to float.</summary>
    public Value Floats(double[] data) => Floats(Array.ConvertAll(data, value => (float)value), data.Length);

    /// <summary>A [1, n] row of the values rounded to float.</summary>
    public Value Row(double[] data) => Floats(Array.ConvertAll(data, value => (float)value), 1, data.Length);

    public Value Zeros(params ReadOnlySpan<long> shape)
    {
        var length = 1L;
        foreach (var extent in shape)
            length *= extent;
        return Floats(new float[length], shape);
    }

    /// <summary>A vector of int64.</summary>
    public Value Ints(params ReadOnlySpan<long> data) => new(this, _constants.Add(DataType.Int64, data, [data.Length]), DataType.Int64);

    public Value Scalar(DataType type, double value) =>
        type switch
        {
            DataType.Float => new(this, _constants.Add<float>(type, [(float)value], []), type),
            DataType.Int64 => new(this, _constants.Add<long>(type, [(long)value], []), type),
            _ => throw new ArgumentException($"no scalar of type {type} is needed", nameof(type)),
        };

    /// <summary>0, 1 ... <paramref name="count"/> - 1 as int64.</summary>
    public Value Range(Value count) => Op("Range", DataType.Int64, [Scalar(DataType.Int64, 0), count, Scalar(DataType.Int64, 1)]);

    public Value Range(int count) => Range(Scalar(DataType.Int64, count));

    public Value Concat(int axis, params ReadOnlySpan<Value> parts) => Op("Concat", parts[0].Type, parts, Attributes.Of("axis", axis));

    /// <summary>A node with one output of the given element type.</summary>
    public Value Op(string type, DataType result, ReadOnlySpan<Value> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        if (!_mergeEqual)
            return Append(type, [result], inputs, attributes)[0];
        var key = new StringBuilder(type);
        foreach (var input in inputs)
            key.Append(' ').Append(input.Name);
        foreach (var attribute in attributes)
            key.Append(' ').Append(Attributes.Key(attribute));

        var text = key.ToString();
        if (!_known.TryGetValue(text, out var value))
        {
            value = Append(type, [result], inputs, attributes)[0];
            _known.Add(text, value);
        }

        return value;
    }

    /// <summary>A node with several outputs.</summary>
    public Value[] Append(string type, DataType[] results, ReadOnlySpan<Value> inputs, params ReadOnlySpan<AttributeProto> attributes)
    {
        var name = $"{_prefix}{Path}{type}{Nodes.Count}";
        var outputs = new Value[results.Length];
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = new Value(this, outputs.Length == 1 ? name : $"{name}_{i}", results[i]);

        var node = new NodeProto { OpType = type, Name = name };
        foreach (var input in inputs)
            node.Input.Add(input.Name);
        foreach (var output in outputs)
            node.Output.Add(output.Name);
        node.Attribute.AddRange(attributes.ToArray());
        Nodes.Add(node);
        return outputs;
    }

    /// <summary>Gives a value the name of one of the graph's outputs.</summary>
    public void Output(string name, Value value)
    {
        var node = new NodeProto { OpType = "Identity", Name = name };
        node.Input.Add(value.Name);
        node.Output.Add(name);
        Nodes.Add(node);
    }

    /// <summary>A part of the graph that is being written.</summary>
    /// <param name="Around">The path to return to.</param>
    internal readonly record struct Part(GraphBuilder Graph, string Around) : IDisposable
    {
        public void Dispose() => Graph.Path = Around;
    }
}

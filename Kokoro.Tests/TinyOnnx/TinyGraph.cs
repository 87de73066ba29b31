using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.TinyOnnx;

/// <summary>Builds an ONNX graph. The numbers are the field numbers of onnx.proto.</summary>
internal sealed class TinyGraph
{
    private readonly ProtoWriter _graph;

    public TinyGraph(string name = "tiny") => _graph = new ProtoWriter().Text(2, name);

    /// <param name="dimensions">A number, or a name for one that may be any.</param>
    public TinyGraph Input(string name, TensorElementType type, params object[] dimensions)
    {
        _graph.Message(11, Value(name, type, dimensions));
        return this;
    }

    public TinyGraph SequenceInput(string name, TensorElementType type)
    {
        var tensor = new ProtoWriter().Message(1, new ProtoWriter().Number(1, (int)type));
        var sequence = new ProtoWriter().Message(4, new ProtoWriter().Message(1, tensor));
        _graph.Message(11, new ProtoWriter().Text(1, name).Message(2, sequence));
        return this;
    }

    public TinyGraph Output(string name, TensorElementType type, params object[] dimensions)
    {
        _graph.Message(12, Value(name, type, dimensions));
        return this;
    }

    public TinyGraph Constant<T>(string name, TensorElementType type, T[] values, params long[] dimensions)
        where T : unmanaged
    {
        var tensor = new ProtoWriter();
        foreach (var dimension in dimensions)
            tensor.Number(1, dimension);
        tensor.Number(2, (int)type).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values.AsSpan()));
        _graph.Message(5, tensor);
        return this;
    }

    /// <summary>A vector of 4-byte values in another file.</summary>
    public TinyGraph External(string name, TensorElementType type, string location, long offset, int count)
    {
        var tensor = new ProtoWriter().Number(1, count).Number(2, (int)type).Text(8, name);
        foreach (var (key, value) in new[] { ("location", location), ("offset", $"{offset}"), ("length", $"{count * 4}") })
            tensor.Message(13, new ProtoWriter().Text(1, key).Text(2, value));
        _graph.Message(5, tensor.Number(14, 1));
        return this;
    }

    public TinyGraph Node(string operation, string[] inputs, string[] outputs, params ProtoWriter[] attributes)
    {
        var node = new ProtoWriter();
        foreach (var input in inputs)
            node.Text(1, input);
        foreach (var output in outputs)
            node.Text(2, output);
        node.Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        _graph.Message(1, node);
        return this;
    }

    public static ProtoWriter Attribute(string name, long value) => new ProtoWriter().Text(1, name).Number(3, value).Number(20, 2);

    public static ProtoWriter Attribute(string name, long[] values)
    {
        var attribute = new ProtoWriter().Text(1, name);
        foreach (var value in values)
            attribute.Number(8, value);
        return attribute.Number(20, 7);
    }

    public static ProtoWriter Attribute(string name, float value) => new ProtoWriter().Text(1, name).Fixed(2, value).Number(20, 1);

    public static ProtoWriter Attribute(string name, string value) => new ProtoWriter().Text(1, name).Text(4, value).Number(20, 3);

    public static ProtoWriter Attribute(string name, TinyGraph graph) =>
        new ProtoWriter().Text(1, name).Message(6, graph._graph).Number(20, 5);

    /// <summary>The whole file.</summary>
    public byte[] ToModel(params (string Key, string Value)[] properties)
    {
        var model = new ProtoWriter()
            .Number(1, 8) // ir_version
            .Text(2, "tiny-onnx")
            .Number(5, 3) // model_version
            .Message(7, _graph)
            .Message(8, new ProtoWriter().Text(1, "").Number(2, 17)); // opset_import
        foreach (var (key, value) in properties)
            model.Message(14, new ProtoWriter().Text(1, key).Text(2, value));
        return model.ToArray();
    }

    private static ProtoWriter Value(string name, TensorElementType type, object[] dimensions)
    {
        var shape = new ProtoWriter();
        foreach (var dimension in dimensions)
        {
            var size = new ProtoWriter();
            shape.Message(1, dimension is string symbol ? size.Text(2, symbol) : size.Number(1, Convert.ToInt64(dimension)));
        }

        var tensor = new ProtoWriter().Number(1, (int)type).Message(2, shape);
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, tensor));
    }
}

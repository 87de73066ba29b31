using System.Runtime.InteropServices;
using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Makes the nodes and constants that come in the place of others.</summary>
internal static class Parts
{
    /// <summary>A node with one output, named after it.</summary>
    public static NodeProto Node(string type, string[] inputs, string output, params ReadOnlySpan<AttributeProto> attributes)
    {
        var node = new NodeProto { OpType = type, Name = $"{output}/{type}" };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        node.Attribute.AddRange(attributes.ToArray());
        return node;
    }

    /// <summary>A vector that is named after its values, so that all rewrites share it.</summary>
    public static TensorProto Ints(params ReadOnlySpan<long> values) =>
        Tensor<long>($"rewrites/ints/{string.Join('/', values.ToArray())}", DataType.Int64, values, values.Length);

    public static TensorProto Floats(string name, ReadOnlySpan<float> values, params ReadOnlySpan<long> shape) =>
        Tensor(name, DataType.Float, values, shape);

    private static TensorProto Tensor<T>(string name, DataType type, ReadOnlySpan<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)) };
        tensor.Dims.AddRange(shape.ToArray());
        return tensor;
    }
}

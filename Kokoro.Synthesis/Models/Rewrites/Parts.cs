using System.Runtime.InteropServices;
using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;

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
    public static TensorProto Ints(params ReadOnlySpan<long> values)
    {
        var tensor = new TensorProto
        {
            Name = $"rewrites/ints/{string.Join('/', values.ToArray())}",
            DataType = (int)TensorProto.Types.DataType.Int64,
            RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)),
        };
        tensor.Dims.Add(values.Length);
        return tensor;
    }
}

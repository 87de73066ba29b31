using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using AttributeType = Kokoro.Synthesis.Models.Onnx.AttributeProto.Types.AttributeType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>Makes the attributes of nodes.</summary>
internal static class Attributes
{
    public static AttributeProto Of(string name, long value) => new() { Name = name, I = value, Type = AttributeType.Int };

    public static AttributeProto Of(string name, double value) => new() { Name = name, F = (float)value, Type = AttributeType.Float };

    public static AttributeProto Of(string name, params ReadOnlySpan<long> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values.ToArray());
        return attribute;
    }

    public static AttributeProto Of(string name, string value) =>
        new() { Name = name, S = ByteString.CopyFromUtf8(value), Type = AttributeType.String };

    public static AttributeProto Of(string name, TensorProto tensor) => new() { Name = name, T = tensor, Type = AttributeType.Tensor };

    public static AttributeProto Of(string name, GraphProto graph) => new() { Name = name, G = graph, Type = AttributeType.Graph };

    /// <summary>A text that is equal for attributes that are equal. Graphs and tensors have none: no two nodes share one.</summary>
    public static string Key(AttributeProto attribute) =>
        attribute.Type switch
        {
            AttributeType.Float => $"{attribute.Name}={attribute.F}",
            AttributeType.Int => $"{attribute.Name}={attribute.I}",
            AttributeType.Ints => $"{attribute.Name}={string.Join(',', attribute.Ints)}",
            AttributeType.String => $"{attribute.Name}={attribute.S.ToStringUtf8()}",
            _ => throw new ArgumentException($"an attribute of type {attribute.Type} has no key", nameof(attribute)),
        };
}

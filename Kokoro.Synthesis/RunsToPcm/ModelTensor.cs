using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>An input or output as a model declares it.</summary>
/// <param name="Type">Null when it is no tensor.</param>
/// <param name="Dimensions">-1 where any number will do.</param>
internal sealed record ModelTensor(string Name, TensorElementType? Type, IReadOnlyList<int> Dimensions)
{
    public static ModelTensor Of(string name, NodeMetadata metadata) =>
        metadata.IsTensor ? new(name, metadata.ElementDataType, metadata.Dimensions) : new(name, null, []);

    public override string ToString() =>
        Type is null
            ? $"'{Name}' (no tensor)"
            : $"'{Name}' {Type} [{string.Join(", ", Dimensions.Select(size => size < 0 ? "any" : size.ToString()))}]";
}

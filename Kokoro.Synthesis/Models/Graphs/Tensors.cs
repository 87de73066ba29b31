using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>Declares the inputs and outputs of graphs. An axis is a number, or a name where it varies.</summary>
internal static class Tensors
{
    public static ValueInfoProto Float(string name, params ReadOnlySpan<Axis> axes) => Of(name, DataType.Float, axes);

    public static ValueInfoProto Int64(string name, params ReadOnlySpan<Axis> axes) => Of(name, DataType.Int64, axes);

    private static ValueInfoProto Of(string name, DataType type, ReadOnlySpan<Axis> axes)
    {
        var shape = new TensorShapeProto();
        foreach (var axis in axes)
        {
            shape.Dim.Add(axis.Name is { } variable
                ? new TensorShapeProto.Types.Dimension { DimParam = variable }
                : new TensorShapeProto.Types.Dimension { DimValue = axis.Length });
        }

        return new ValueInfoProto
        {
            Name = name,
            Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } },
        };
    }

    /// <summary>The extent of a tensor along one axis.</summary>
    internal readonly record struct Axis(long Length, string? Name)
    {
        public static implicit operator Axis(int length) => new(length, null);

        public static implicit operator Axis(string name) => new(0, name);
    }
}

using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime.Interop;

/// <summary>Which .NET type has the bits of which element type.</summary>
internal static class ElementTypes
{
    private static readonly (TensorElementType Element, Type Type, int Bytes)[] Known =
    [
        (TensorElementType.Float, typeof(float), sizeof(float)),
        (TensorElementType.Double, typeof(double), sizeof(double)),
        (TensorElementType.Int8, typeof(sbyte), sizeof(sbyte)),
        (TensorElementType.Int16, typeof(short), sizeof(short)),
        (TensorElementType.Int32, typeof(int), sizeof(int)),
        (TensorElementType.Int64, typeof(long), sizeof(long)),
        (TensorElementType.UInt8, typeof(byte), sizeof(byte)),
        (TensorElementType.UInt16, typeof(ushort), sizeof(ushort)),
        (TensorElementType.UInt32, typeof(uint), sizeof(uint)),
        (TensorElementType.UInt64, typeof(ulong), sizeof(ulong)),
        (TensorElementType.Bool, typeof(bool), sizeof(bool)),
    ];

    /// <summary>Bytes of the half-precision types, which are read as raw bytes.</summary>
    private const int HalfBytes = 2;

    /// <exception cref="OnnxRuntimeException">Tensors of this type cannot be made.</exception>
    public static TensorElementType Of(Type type)
    {
        foreach (var known in Known)
        {
            if (known.Type == type)
                return known.Element;
        }

        throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Tensor of type: {type} is not supported");
    }

    /// <summary>Whether a tensor may be read as this type: its own, or its bytes.</summary>
    public static bool CanRead(TensorElementType element, Type type) =>
        type == typeof(byte) || Array.Exists(Known, known => known.Element == element && known.Type == type);

    /// <exception cref="OnnxRuntimeException">The elements have no fixed size.</exception>
    public static int Bytes(TensorElementType element)
    {
        if (element is TensorElementType.Float16 or TensorElementType.BFloat16)
            return HalfBytes;
        foreach (var known in Known)
        {
            if (known.Element == element)
                return known.Bytes;
        }

        throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Element type: {element} has no fixed size");
    }
}

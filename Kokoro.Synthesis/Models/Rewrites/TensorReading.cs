using System.Runtime.InteropServices;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Rewrites;

/// <summary>Reads small constants. Null for another element type and for values that are in another file.</summary>
internal static class TensorReading
{
    public static bool IsFloat(this TensorProto tensor) => tensor.DataType == (int)DataType.Float;

    public static long Length(this TensorProto tensor) => tensor.Dims.Aggregate(1L, (product, extent) => product * extent);

    public static long[]? Ints(this TensorProto tensor) =>
        tensor.DataType == (int)DataType.Int64 ? tensor.Values(tensor.Int64Data) : null;

    public static float[]? Floats(this TensorProto tensor) => tensor.IsFloat() ? tensor.Values(tensor.FloatData) : null;

    /// <summary>The number of a tensor that holds only one.</summary>
    public static float? SingleFloat(this TensorProto tensor) => tensor.Length() == 1 ? tensor.Floats()?[0] : null;

    private static T[]? Values<T>(this TensorProto tensor, IReadOnlyCollection<T> list)
        where T : unmanaged
    {
        var values = tensor.HasRawData ? MemoryMarshal.Cast<byte, T>(tensor.RawData.Span).ToArray() : [.. list];
        return values.Length == tensor.Length() && tensor.ExternalData.Count == 0 ? values : null;
    }
}

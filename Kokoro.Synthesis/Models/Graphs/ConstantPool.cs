using System.Runtime.InteropServices;
using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Synthesis.Models.Graphs;

/// <summary>The initialisers of a model. Equal constants are stored once, whichever graph asks for them.</summary>
internal sealed class ConstantPool
{
    private readonly Dictionary<(DataType Type, string Shape, ByteString Data), string> _names = [];

    public List<TensorProto> Tensors { get; } = [];

    /// <summary>Returns the name of the initialiser with these values.</summary>
    /// <param name="data">Row-major; as many as the product of <paramref name="shape"/>.</param>
    public string Add<T>(DataType type, ReadOnlySpan<T> data, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX stores tensors little-endian; this processor is big-endian");
        var bytes = ByteString.CopyFrom(MemoryMarshal.AsBytes(data));
        var key = (type, string.Join('x', shape.ToArray()), bytes);
        if (_names.TryGetValue(key, out var name))
            return name;

        name = $"c{Tensors.Count}";
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = bytes };
        tensor.Dims.AddRange(shape.ToArray());
        Tensors.Add(tensor);
        _names.Add(key, name);
        return name;
    }
}

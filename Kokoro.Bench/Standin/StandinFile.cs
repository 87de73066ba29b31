using System.Runtime.InteropServices;
using Google.Protobuf;
using Kokoro.Synthesis.Models.Onnx;
using DataType = Kokoro.Synthesis.Models.Onnx.TensorProto.Types.DataType;

namespace Kokoro.Bench.Standin;

/// <summary>A model as an ONNX file. It is written one weight at a time, so that never more than the largest of them is in memory.</summary>
internal sealed class StandinFile
{
    private readonly byte[] _start;
    private readonly byte[] _graph;
    private readonly IReadOnlyList<Weight> _weights;

    public StandinFile(StandinModel model)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("ONNX stores tensors little-endian; this processor is big-endian");
        _weights = model.Weights;
        _graph = model.Proto.Graph.ToByteArray();
        var graphLength = _graph.Length + _weights.Sum(weight => (long)Head(weight).Length + Bytes(weight));
        var fields = model.Proto.Clone();
        fields.Graph = null;
        _start = [.. fields.ToByteArray(), .. Field(ModelProto.GraphFieldNumber, graphLength)];
        Length = _start.Length + graphLength;
    }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <param name="written">Is told after each weight how many bytes there are.</param>
    /// <exception cref="IOException">The disk is full, or what else a stream has.</exception>
    public async Task WriteAsync(Stream stream, Action<long> written, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_start, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(_graph, cancellationToken).ConfigureAwait(false);
        long sum = _start.Length + _graph.Length;
        var buffer = new byte[_weights.Max(Bytes)];
        foreach (var weight in _weights)
        {
            var head = Head(weight);
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            var data = buffer.AsMemory(0, Bytes(weight));
            weight.Draw(MemoryMarshal.Cast<byte, float>(data.Span));
            await stream.WriteAsync(data, cancellationToken).ConfigureAwait(false);
            sum += head.Length + data.Length;
            written(sum);
        }
    }

    /// <summary>All of a weight up to its numbers, which are little-endian floats.</summary>
    private static byte[] Head(Weight weight)
    {
        var tensor = new TensorProto { Name = weight.Name, DataType = (int)DataType.Float };
        tensor.Dims.AddRange(weight.Shape);
        byte[] fields = [.. tensor.ToByteArray(), .. Field(TensorProto.RawDataFieldNumber, Bytes(weight))];
        return [.. Field(GraphProto.InitializerFieldNumber, fields.Length + Bytes(weight)), .. fields];
    }

    /// <summary>A field's tag and length.</summary>
    private static byte[] Field(int number, long length)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteLength(checked((int)length));
        }

        return bytes.ToArray();
    }

    private static int Bytes(Weight weight) => weight.Length * sizeof(float);
}

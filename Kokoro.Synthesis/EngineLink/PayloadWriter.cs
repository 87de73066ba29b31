using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>Builds a payload: little-endian numbers, and strings as i32 byte count and UTF-8.</summary>
internal sealed class PayloadWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public PayloadWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
        return this;
    }

    public PayloadWriter Int32(int value) => UInt32(unchecked((uint)value));

    public PayloadWriter Text(string value)
    {
        Int32(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, _bytes);
        return this;
    }

    public PayloadWriter Texts(IReadOnlyCollection<string> values)
    {
        Int32(values.Count);
        foreach (var value in values)
            Text(value);
        return this;
    }

    public PayloadWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }
}

using System.Buffers.Binary;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>The five bytes before every payload: its length as u32 little-endian, then the kind.</summary>
internal static class FrameHeader
{
    public const int Size = 5;

    /// <summary>More than the longest answer, ten minutes of samples (58 MB); a length above this is garbage, not work.</summary>
    public const int MostPayload = 64 * 1024 * 1024;

    public static void Write(Span<byte> header, FrameKind kind, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MostPayload);
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)length);
        header[sizeof(uint)] = (byte)kind;
    }

    /// <exception cref="BadFrameException">A kind that does not exist, or a payload that is too long.</exception>
    public static (FrameKind Kind, int Length) Read(ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        var kind = (FrameKind)header[sizeof(uint)];
        if (kind is < FrameKind.Hello or > FrameKind.Cancelled)
            throw new BadFrameException($"a frame of unknown kind {(byte)kind}", header[..Size]);
        if (length > MostPayload)
            throw new BadFrameException($"a frame of {length} bytes, more than the {MostPayload} allowed", header[..Size]);
        return (kind, (int)length);
    }
}

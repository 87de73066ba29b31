using System.Buffers.Binary;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// The 44 bytes before the samples of a 16-bit mono 24 kHz WAV file: RIFF, one `fmt ` chunk of type 1 (PCM) and the
/// head of the `data` chunk, which is the last one.
/// </summary>
public static class WavHeader
{
    public const int Length = 44;

    /// <summary>The most bytes of samples that the header's 32-bit RIFF size can name.</summary>
    public const long MostDataBytes = uint.MaxValue - (Length - 8) - 1;

    private const uint UnknownSize = uint.MaxValue;

    /// <summary>A header whose sizes are exact.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MostDataBytes"/>, which a WAV file cannot hold.</exception>
    public static byte[] Exact(long dataBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dataBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dataBytes, MostDataBytes);
        return Build((uint)(dataBytes + Length - 8), (uint)dataBytes);
    }

    /// <summary>A header for a stream whose length is not known when it starts: both sizes are 0xFFFFFFFF.</summary>
    public static byte[] Streamed() => Build(UnknownSize, UnknownSize);

    private static byte[] Build(uint riffSize, uint dataSize)
    {
        const int ByteRate = RunsToPcm.PcmRun.SampleRate * Pcm16.BytesPerSample;
        var header = new byte[Length];
        var span = header.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], riffSize);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteUInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(span[24..], RunsToPcm.PcmRun.SampleRate);
        BinaryPrimitives.WriteUInt32LittleEndian(span[28..], ByteRate);
        BinaryPrimitives.WriteUInt16LittleEndian(span[32..], Pcm16.BytesPerSample);
        BinaryPrimitives.WriteUInt16LittleEndian(span[34..], 8 * Pcm16.BytesPerSample);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[40..], dataSize);
        return header;
    }
}

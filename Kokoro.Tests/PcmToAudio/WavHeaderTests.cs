using System.Buffers.Binary;
using System.Text;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Tests.PcmToAudio;

public sealed class WavHeaderTests
{
    [Fact]
    public void Exact_names_the_format_and_the_sizes()
    {
        var header = WavHeader.Exact(48_000);

        Assert.Equal(44, header.Length);
        Assert.Equal("RIFF", Encoding.ASCII.GetString(header, 0, 4));
        Assert.Equal(36u + 48_000u, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)));
        Assert.Equal("WAVEfmt ", Encoding.ASCII.GetString(header, 8, 8));
        Assert.Equal(16u, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16)));
        Assert.Equal(1, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(20)));
        Assert.Equal(1, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(22)));
        Assert.Equal(24_000u, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(24)));
        Assert.Equal(48_000u, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(28)));
        Assert.Equal(2, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32)));
        Assert.Equal(16, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(34)));
        Assert.Equal("data", Encoding.ASCII.GetString(header, 36, 4));
        Assert.Equal(48_000u, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(40)));
    }

    [Fact]
    public void Streamed_says_that_the_sizes_are_unknown()
    {
        var header = WavHeader.Streamed();

        Assert.Equal(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)));
        Assert.Equal(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(40)));
    }

    [Fact]
    public void Exact_beyond_what_32_bits_can_name_is_refused()
    {
        Assert.Equal(uint.MaxValue - 1, BinaryPrimitives.ReadUInt32LittleEndian(WavHeader.Exact(WavHeader.MostDataBytes).AsSpan(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WavHeader.Exact(WavHeader.MostDataBytes + 1));
    }
}

using System.Buffers.Binary;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Tests.PcmToAudio;

public sealed class Pcm16Tests
{
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 32767)]
    [InlineData(-1f, -32767)]
    [InlineData(0.5f, 16384)]
    [InlineData(1.5f, 32767)]
    [InlineData(-1.5f, -32767)]
    [InlineData(float.PositiveInfinity, 32767)]
    public void Write_sample_is_scaled_and_clipped(float sample, short expected)
    {
        var bytes = new byte[2];

        Pcm16.Write([sample], bytes);

        Assert.Equal(expected, BinaryPrimitives.ReadInt16LittleEndian(bytes));
    }
}

using System.Buffers.Binary;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Tests.Cli;

/// <summary>The samples of a WAV file whose header was checked to be exact: 16-bit mono 24 kHz, nothing after the data.</summary>
internal static class WavContent
{
    public static short[] Exact(byte[] file)
    {
        Assert.Equal(WavHeader.Exact(file.Length - WavHeader.Length), file[..WavHeader.Length]);
        return Samples(file);
    }

    public static short[] Streamed(byte[] file)
    {
        Assert.Equal(WavHeader.Streamed(), file[..WavHeader.Length]);
        return Samples(file);
    }

    private static short[] Samples(byte[] file)
    {
        var samples = new short[(file.Length - WavHeader.Length) / 2];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(WavHeader.Length + i * 2));
        return samples;
    }
}

using System.Buffers.Binary;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>Signed 16-bit little-endian samples, the only sample format that leaves this program uncompressed.</summary>
public static class Pcm16
{
    public const int BytesPerSample = 2;

    /// <summary>Converts samples within -1..1; what lies beyond is clipped, since wrapping around would crack.</summary>
    /// <param name="samples">[n] finite floats.</param>
    /// <param name="target">At least 2n bytes.</param>
    public static void Write(ReadOnlySpan<float> samples, Span<byte> target)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            var scaled = MathF.Round(Math.Clamp(samples[i], -1f, 1f) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(target[(i * BytesPerSample)..], (short)scaled);
        }
    }
}

using System.Runtime.InteropServices;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Voices;

/// <summary>A voice whose every value tells its own place.</summary>
internal static class GeneratedPack
{
    public static float Value(int row, int column) => row + column / 1000f;

    public static float[] Values() =>
        [.. Enumerable.Range(0, VoicePack.Rows * VoicePack.Width).Select(i => Value(i / VoicePack.Width, i % VoicePack.Width))];

    public static VoicePack Make() => new(Values());

    public static byte[] Bytes() => MemoryMarshal.AsBytes(Values().AsSpan()).ToArray();
}

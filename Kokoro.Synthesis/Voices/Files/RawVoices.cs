using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Voices.Files;

/// <summary>[510, 1, 256] little-endian float32 without a header; and sherpa-onnx's `voices.bin`, 53 of them one after the other.</summary>
internal static class RawVoices
{
    public const int Bytes = VoicePack.Rows * VoicePack.Width * sizeof(float);

    /// <summary>sherpa-onnx numbers the published voices in the order of their ids, and has all but this one.</summary>
    private const string NotSherpas = "em_santa";

    private static readonly string[] SherpasIds = [.. PublishedGrades.Ids.Where(id => id != NotSherpas).Order(StringComparer.Ordinal)];

    public static bool IsSherpas(long length) => length == (long)SherpasIds.Length * Bytes;

    public static IReadOnlyList<FiledVoice> ListSherpas(string path) =>
        [.. SherpasIds.Select((id, number) => new FiledVoice(id, path, () => ReadAt(path, (long)number * Bytes, $"holds a damaged voice {id}")))];

    /// <exception cref="FormatException">The wrong size, or a value that is not finite.</exception>
    public static VoicePack Read(string path)
    {
        var length = new FileInfo(path).Length;
        return length == Bytes
            ? ReadAt(path, 0, "is damaged")
            : throw new FormatException($"has {length} bytes instead of {Bytes} ({VoicePack.Rows} x 1 x {VoicePack.Width} float32)");
    }

    /// <param name="stream">At the first of exactly <see cref="Bytes"/>.</param>
    /// <param name="damaged">What to call a voice with a value that is not finite: "is damaged".</param>
    /// <exception cref="FormatException">A value that is not finite, or too few.</exception>
    public static VoicePack Read(Stream stream, string damaged)
    {
        var values = new float[VoicePack.Rows * VoicePack.Width];
        var read = stream.ReadAtLeast(MemoryMarshal.AsBytes(values.AsSpan()), Bytes, throwOnEndOfStream: false);
        if (read < Bytes)
            throw new FormatException($"{damaged}: it ends after {read} of {Bytes} bytes");
        if (VoicePack.IndexOfNotFinite(values) is var index and >= 0)
            throw new FormatException($"{damaged}: row {index / VoicePack.Width}, column {index % VoicePack.Width} is {values[index]}");
        return new VoicePack(values);
    }

    private static VoicePack ReadAt(string path, long offset, string damaged)
    {
        using var file = File.OpenRead(path);
        file.Seek(offset, SeekOrigin.Begin);
        return Read(file, damaged);
    }
}

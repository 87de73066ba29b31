using System.IO.Compression;

namespace Kokoro.Synthesis.Voices.Files;

/// <summary>
/// NumPy's archive, an entry `NAME.npy` for each voice; and PyTorch's tensor, an archive whose entry `*/data/0` is the raw floats. What PyTorch says about them is a Python
/// pickle, which can run programs: it is never read, and the number of bytes must be that of a voice.
/// </summary>
internal static class ZippedVoices
{
    private const string ArrayEnding = ".npy";
    private const string PickleEnding = "/data.pkl";
    private const string TensorEnding = "/data/0";
    private const string ByteOrderEnding = "/byteorder";

    /// <exception cref="FormatException">No voice is in it.</exception>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static IReadOnlyList<FiledVoice> List(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        if (archive.Entries.Any(entry => entry.FullName.EndsWith(PickleEnding, StringComparison.Ordinal)))
            return [new(VoiceFiles.NameOf(path), path, () => ReadTensor(path))];
        string[] arrays = [.. archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(ArrayEnding, StringComparison.Ordinal))];
        return arrays.Length > 0
            ? [.. arrays.Select(name => new FiledVoice(name[..^ArrayEnding.Length], path, () => ReadArray(path, name)))]
            : throw new FormatException("is an archive without a voice in it");
    }

    private static VoicePack ReadArray(string path, string name)
    {
        using var archive = ZipFile.OpenRead(path);
        var entry = archive.GetEntry(name) ?? throw new FormatException($"has no {Printable.Excerpt(name)} any more");
        using var stream = entry.Open();
        return NpyArray.Read(stream, $"holds a damaged {Printable.Excerpt(name)}");
    }

    private static VoicePack ReadTensor(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        ZipArchiveEntry[] tensors = [.. archive.Entries.Where(entry => entry.FullName.Contains("/data/", StringComparison.Ordinal))];
        if (tensors is not [var tensor] || !tensor.FullName.EndsWith(TensorEnding, StringComparison.Ordinal))
            throw new FormatException($"holds {tensors.Length} tensors instead of one");
        if (tensor.Length != RawVoices.Bytes)
            throw new FormatException($"holds a tensor of {tensor.Length} bytes instead of {RawVoices.Bytes} ({VoicePack.Rows} x 1 x {VoicePack.Width} float32)");
        if (archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(ByteOrderEnding, StringComparison.Ordinal)) is { } order && Text(order) != "little")
            throw new FormatException("holds a tensor of another byte order");
        using var stream = tensor.Open();
        return RawVoices.Read(stream, "is damaged");
    }

    private static string Text(ZipArchiveEntry entry)
    {
        const int longest = 16;
        using var stream = entry.Open();
        var bytes = new byte[longest];
        return System.Text.Encoding.ASCII.GetString(bytes, 0, stream.ReadAtLeast(bytes, longest, throwOnEndOfStream: false)).Trim();
    }
}

using System.Collections.Immutable;

namespace Kokoro.Synthesis.Voices.Files;

/// <summary>
/// Reads every format in which Kokoro-82M's voices are published, told apart by what is in the file: raw floats (`.bin`), sherpa-onnx's one file of 53, NumPy's array
/// (`.npy`) and archive of arrays (`.npz`, also as `voices-v1.0.bin`), PyTorch's tensor (`.pt`).
/// </summary>
internal static class VoiceFiles
{
    /// <summary>Endings that a file of a voices folder is looked at for.</summary>
    public static readonly ImmutableArray<string> Extensions = [".bin", ".npy", ".npz", ".pt"];

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>What there is in a file, without reading it all.</summary>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.VoiceMissing"/>: there is no such file, or it cannot be read. <see cref="SpeechErrorCode.VoiceCorrupt"/>: an archive that is damaged or
    /// holds no voice. What is wrong with a single voice is said when it is read.
    /// </exception>
    public static IReadOnlyList<FiledVoice> List(string path) => VoiceFileFaults.Guard<IReadOnlyList<FiledVoice>>(path, () =>
    {
        Span<byte> magic = stackalloc byte[8];
        using var file = File.OpenRead(path);
        magic = magic[..file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        if (magic.StartsWith(Zip))
            return ZippedVoices.List(path);
        if (magic.StartsWith(NpyArray.Magic))
            return [new(NameOf(path), path, () => NpyArray.Read(path))];
        return RawVoices.IsSherpas(file.Length)
            ? RawVoices.ListSherpas(path)
            : [new(NameOf(path), path, () => RawVoices.Read(path))];
    });

    /// <summary>The only voice of a file.</summary>
    /// <exception cref="SpeechException">
    /// As <see cref="List"/>, and <see cref="SpeechErrorCode.VoiceCorrupt"/> for what is wrong with the voice; <see cref="SpeechErrorCode.VoiceUnknown"/>: the file holds
    /// several, so that one cannot be told from it.
    /// </exception>
    public static VoicePack Read(string path) => List(path) switch
    {
        [var only] => only.Load(),
        var several => throw new SpeechException(
            SpeechErrorCode.VoiceUnknown,
            $"voice file {Printable.Line(path)} holds {several.Count} voices; put it into the voices folder, and name one of them with --voice (kokoro voices lists them)"),
    };

    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}

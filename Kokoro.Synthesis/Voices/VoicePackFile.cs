using System.Runtime.InteropServices;

namespace Kokoro.Synthesis.Voices;

/// <summary>Reads the voice files that are published beside Kokoro-82M: [510, 1, 256] little-endian float32 without a header.</summary>
internal static class VoicePackFile
{
    public const string Extension = ".bin";

    public const int Bytes = VoicePack.Rows * VoicePack.Width * sizeof(float);

    /// <summary>What to do about a file that is no good.</summary>
    private const string Fix = "replace it with a fresh copy";

    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.VoiceMissing"/>: there is no such file, or it cannot be read.
    /// <see cref="SpeechErrorCode.VoiceCorrupt"/>: the wrong size, or a value that is not finite.
    /// </exception>
    public static VoicePack Read(string path)
    {
        var values = ReadValues(path);
        if (VoicePack.IndexOfNotFinite(values) is var index and >= 0)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceCorrupt,
                $"voice file {Printable.Line(path)} is damaged: row {index / VoicePack.Width}, column {index % VoicePack.Width} "
                + $"is {values[index]}; {Fix}");
        }

        return new VoicePack(values);
    }

    private static float[] ReadValues(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.GetLength(file);
            if (length != Bytes)
            {
                throw new SpeechException(
                    SpeechErrorCode.VoiceCorrupt,
                    $"voice file {Printable.Line(path)} has {length} bytes instead of {Bytes} "
                    + $"({VoicePack.Rows} x 1 x {VoicePack.Width} float32); {Fix}");
            }

            var values = new float[VoicePack.Rows * VoicePack.Width];
            var bytes = MemoryMarshal.AsBytes(values.AsSpan());
            for (var read = 0; read < Bytes;)
            {
                var got = RandomAccess.Read(file, bytes[read..], read);
                if (got == 0)
                    throw new EndOfStreamException($"it ended after {read} of {Bytes} bytes");
                read += got;
            }

            return values;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceMissing,
                $"voice file {Printable.Line(path)} is not there; put it back or choose another voice",
                innerException: exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.VoiceMissing,
                $"voice file {Printable.Line(path)} cannot be read: {Printable.Line(exception.Message)}; choose another voice",
                innerException: exception);
        }
    }
}

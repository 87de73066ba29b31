using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace Kokoro.Synthesis.Voices.Files;

/// <summary>
/// NumPy's file of one array: magic, version, the length of a header, the header (a Python dictionary in ASCII), the values
/// (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
/// </summary>
internal static partial class NpyArray
{
    /// <summary>Headers of voices have 118 bytes; more than this is none.</summary>
    private const int LongestHeader = 4096;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <exception cref="FormatException">Not an array of a voice's shape and type, cut off, or with a value that is not finite.</exception>
    public static VoicePack Read(string path)
    {
        using var file = File.OpenRead(path);
        return Read(file, "is damaged");
    }

    /// <inheritdoc cref="RawVoices.Read(Stream, string)"/>
    public static VoicePack Read(Stream stream, string damaged)
    {
        CheckHeader(Header(stream, damaged), damaged);
        var pack = RawVoices.Read(stream, damaged);
        return stream.ReadByte() < 0 ? pack : throw new FormatException($"{damaged}: there is something after its values");
    }

    private static string Header(Stream stream, string damaged)
    {
        Span<byte> start = stackalloc byte[12];
        if (stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false) < 10 || !start.StartsWith(Magic))
            throw new FormatException($"{damaged}: it is no NumPy array");

        // Version 1 has two bytes for the length of the header, 2 and 3 have four.
        var length = (int)BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (start[6] is 2 or 3 && stream.ReadAtLeast(start[10..], 2, throwOnEndOfStream: false) == 2)
            length = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(start[8..]));
        else if (start[6] != 1)
            throw new FormatException($"{damaged}: version {start[6]} of NumPy's format is not known");
        var header = new byte[Math.Min(length, LongestHeader)];
        return stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == length
            ? Encoding.Latin1.GetString(header)
            : throw new FormatException($"{damaged}: its header is cut off");
    }

    private static void CheckHeader(string header, string damaged)
    {
        var (type, isFortran, shape) = (Type().Match(header).Groups[1].Value, Order().Match(header).Groups[1].Value == "True", Shape().Match(header).Groups[1].Value);
        int[] sizes = [.. shape.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        var isVoice = sizes is [VoicePack.Rows, 1, VoicePack.Width] or [VoicePack.Rows, VoicePack.Width];
        if (type != "<f4" || isFortran || !isVoice)
            throw new FormatException($"{damaged}: its array is {Printable.Excerpt(type)} ({string.Join(", ", sizes)}) instead of <f4 ({VoicePack.Rows}, 1, {VoicePack.Width})");
    }

    [GeneratedRegex("'descr': *'([^']*)'")]
    private static partial Regex Type();

    [GeneratedRegex("'fortran_order': *(True|False)")]
    private static partial Regex Order();

    [GeneratedRegex(@"'shape': *\(([0-9]{1,6}(?:, *[0-9]{1,6}){0,7},?)\)")]
    private static partial Regex Shape();
}

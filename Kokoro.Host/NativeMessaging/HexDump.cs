using System.Buffers;
using System.Text;

namespace Kokoro.Host.NativeMessaging;

/// <summary>Bytes for a person who looks for what went wrong: each in hex, then the same as characters where they can be shown.</summary>
internal static class HexDump
{
    public const int MostBytes = 64;

    /// <returns>One line, of the first <see cref="MostBytes"/> bytes.</returns>
    public static string Of(ReadOnlySequence<byte> bytes)
    {
        var first = bytes.Slice(0, Math.Min(bytes.Length, MostBytes)).ToArray();
        var hex = string.Join(' ', first.Select(each => each.ToString("x2")));
        var shown = new StringBuilder(first.Length);
        foreach (var each in first)
            shown.Append(each is >= 0x20 and < 0x7f ? (char)each : '.');
        return $"{hex} |{shown}|";
    }
}

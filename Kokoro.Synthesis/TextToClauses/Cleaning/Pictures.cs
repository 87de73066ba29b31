using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>Finds emoji and other pictures. .NET has no emoji data; blocks are enough, because nothing in them is a letter.</summary>
internal static class Pictures
{
    private const int ZeroWidthJoiner = 0x200D;

    private const char EnclosingKeycap = '\u20E3';

    /// <summary>Everything below is letters, marks and plain symbols.</summary>
    private const char First = '\u231A';

    /// <summary>Measures one picture as a person sees it: with skin tones, selectors, tags, joined pictures, or the two halves of a flag.</summary>
    public static bool TryMeasure(string text, int at, out int end)
    {
        end = at;
        if (IsKeycap(text, at))
        {
            end = text.IndexOf(EnclosingKeycap, at) + 1;
            return true;
        }

        if (text[at] < First || !TryRead(text, at, out var first, out var next) || !IsPicture(first))
            return false;

        end = next;
        if (IsFlagHalf(first) && TryRead(text, end, out var second, out next) && IsFlagHalf(second))
            end = next;
        while (TryRead(text, end, out var rune, out next))
        {
            if (rune == ZeroWidthJoiner && TryRead(text, next, out var joined, out var afterJoined) && IsPicture(joined))
                end = afterJoined;
            else if (IsAttached(rune))
                end = next;
            else
                break;
        }

        return true;
    }

    /// <summary>A digit, # or * with the enclosing keycap, perhaps with a variation selector between.</summary>
    public static bool IsKeycap(string text, int at)
    {
        var next = at + 1 < text.Length && text[at + 1] == '\uFE0F' ? at + 2 : at + 1;
        return next < text.Length && text[next] == EnclosingKeycap && text[at] is (>= '0' and <= '9') or '#' or '*';
    }

    /// <summary>
    /// Supplementary pictographs with playing cards, enclosed letters and arrows; miscellaneous symbols and dingbats; the clock
    /// faces and media keys of Miscellaneous Technical; stars and squares; the single ones outside of these blocks.
    /// </summary>
    private static bool IsPicture(int rune) =>
        rune is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF)
            or 0x231A or 0x231B or 0x2328 or 0x23CF or (>= 0x23E9 and <= 0x23FA)
            or (>= 0x2B05 and <= 0x2B07) or 0x2B1B or 0x2B1C or 0x2B50 or 0x2B55
            or 0x3030 or 0x303D or 0x3297 or 0x3299;

    private static bool IsFlagHalf(int rune) => rune is >= 0x1F1E6 and <= 0x1F1FF;

    /// <summary>Variation selectors, the enclosing keycap, skin tones, tags.</summary>
    private static bool IsAttached(int rune) =>
        rune is 0xFE0E or 0xFE0F or 0x20E3 or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F);

    private static bool TryRead(string text, int at, out int rune, out int next)
    {
        var isRead = at < text.Length;
        rune = 0;
        next = at;
        if (!isRead || Rune.DecodeFromUtf16(text.AsSpan(at), out var decoded, out var length) != System.Buffers.OperationStatus.Done)
            return false;
        rune = decoded.Value;
        next = at + length;
        return true;
    }
}

using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>Code points that show nothing and sound like nothing: they go without a report and without splitting a word.</summary>
internal static class Invisible
{
    /// <summary>
    /// Soft hyphen, zero-width characters, byte order mark, bidirectional controls and tags are all of category Format; the others
    /// are listed: grapheme joiner, Hangul fillers, Mongolian and general variation selectors.
    /// </summary>
    public static bool Is(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Kokoro.Tests;

/// <summary>Texts such as pages have, and such as no page should have, in fragments that are put together.</summary>
internal static class GeneratedText
{
    private static readonly Gen<string> Prose = Gen.Elements(
        "the ", "Dr. ", "old clock", ", ", ". ", "! ", "? ", "; ", ": ", " — ", "--", "...", "\n", "\n\n", "# ", "- ", "don't ", "dogs' ", "'tis ", "‘", "’", "“", "”",
        "\"", "(", ")", "[", "]", "e.g. ", "etc. ", "U.S. ", "J. R. ", "No. ", "p.m. ", "example.com", "a@b.org ", "https://x.y/z?q=1 ", "file_name.txt ", "C++ ", "R&D ",
        "well-known ", "End", " ", "  ", "\t", "café ", "naïve ", "C:\\", "::");

    private static readonly Gen<string> Numbers =
        from whole in Gen.Choose(0, int.MaxValue)
        from shape in Gen.Elements("{0}", "{0:N0}", "{0}.5", "-{0}", "{0}th", "{0}:30", "{0}%", "${0}", "v{0}.1.2", "{0}-{0}", "{0},", "{0}kg", ".{0}")
        select string.Format(CultureInfo.InvariantCulture, shape, whole);

    private static readonly Gen<string> Unicode =
        from value in Gen.Frequency(
            (4, Gen.Choose(0, 0x7F)), (4, Gen.Choose(0x80, 0x24F)), (2, Gen.Choose(0x250, 0xFFFF)), (1, Gen.Choose(0x10000, 0x10FFFF)), (1, Gen.Choose(0xD800, 0xDFFF)),
            (1, Gen.Choose(0x300, 0x36F)), (1, Gen.Choose(0x900, 0x97F)), (1, Gen.Choose(0x2000, 0x206F)), (1, Gen.Choose(0xFF00, 0xFFEF)))
        select value > 0xFFFF ? char.ConvertFromUtf32(value) : ((char)value).ToString();

    private static readonly Gen<string> Oddities = Gen.Elements(
        "😀", "👨‍👩‍👧", "👩🏽‍🚀", "🇩🇪", "🇩", "❤️", "1️⃣", "e\u0301", "\u0301", "\u200D", "\uFE0F", "\uFEFF", "\u00AD", "\u202E", "שלום", "مرحبا ", "٣٤", "привет ", "你好。", "नमस्ते ", "क़",
        "।", "\uD83D", "\uDE00", "\0", "\u0007", "\r\n", "\r", "\u2028", "\uFFFC", "\uFFFD", "ﬁ", "𝗯", "१२", "¿", "«", "»", "›", "½", "²", "µ", "\uE000");

    public static Arbitrary<string[]> Fragments { get; } = Generated.Texts(Prose, Prose, Numbers, Unicode, Oddities);
}

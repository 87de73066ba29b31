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

    /// <summary>What each rule reads, with the neighbours that it looks at.</summary>
    private static readonly Gen<string> Kinds = Gen.Elements(
        "$3.50", "-£5", "US$40", "$3.5 million", "$5–10", "€1.50", "29¢", "50p", "$5/month", "a $5 bill", "5%", "10–20 %", "5 km", "25–30 min", "1/2 tsp", "5'10\"", "3 ft 6 in", "-5°C",
        "9.8 m/s²", "16GB", "4x4", "3x", "10²", "2 × 3", "10 - 5 = 5", "x = 5", "2024-05-06", "05/06/2024", "1.2.2024", "May 5", "5th of May", "5–7 May", "Dec. 25", "Mon–Fri", "9/11",
        "24/7", "3:30 pm", "9am–5pm", "7 a.m.", "10:30:15", "14:00", "16:9", "555-1234", "(555) 123-4567", "+44 20 7946 0958", "Call 911", "v1.2.3", "192.168.0.1", "Python 3.11", "1st",
        "20th's", "1990s", "'90s", "1939–45", "5–7", "1-2-3", "1½", "2 3/4", "8/10", "in 1999", "1984 people", "18+", "~50", "10\u202F000", "Chapter IV", "Henry VIII's", "WWII", "page xii",
        "FBI's", "CPUs", "R&D", "AT&T", "NASA", "COVID-19", "B2B", "mp3", "H2O", "C#", "A+", "Dr. Smith", "Main St.", "No. 5", "etc.)", "J.R.R.", "Ph.D.", "w/o", "e.g. ",
        "https://example.com/a?b=c", "www.x.org/", "a.b@c.org", "/usr/bin", "C:\\x\\y", "~/a.txt", "src/main.rs", "Node.js", "@jane_doe", "#BlackLives", "#1", "# ", "**bold**", "_it_", "`getName()`",
        "`a[0]`", "`--help`", "--help", "```cs\n", "[text](https://x.org)", "![a](b.png)", "[12]", "[1, 2][^3]", "[citation needed]", "true.¹", "<b>", "</b>", "&amp;", ":-)", "<3", "| a | 5 |", "---",
        "1. ", "2) ", "• ", "> ", "Title\n===\n", "§ 5", "© 2024", "±3", "< 5", "→", "™", "∞", "5 @ $2", "Monday–Friday", "it’s", "«no»");

    private static readonly Gen<string> Gaps = Gen.Elements(
        " ", " ", " ", "\t", "\n", "\r\n", "\u00A0", "\u202F", "\u2009", "\u3000", "\u200B", "\u200D", "\u2060", "\u00AD", "\u202Bשלום\u202C", "\u2067مرحبا\u2069 ", "𝄞", "😀", "\uD83D", ", ", ". ");

    private static readonly Gen<string> Unicode =
        from value in Gen.Frequency(
            (4, Gen.Choose(0, 0x7F)), (4, Gen.Choose(0x80, 0x24F)), (2, Gen.Choose(0x250, 0xFFFF)), (1, Gen.Choose(0x10000, 0x10FFFF)), (1, Gen.Choose(0xD800, 0xDFFF)),
            (1, Gen.Choose(0x300, 0x36F)), (1, Gen.Choose(0x900, 0x97F)), (1, Gen.Choose(0x2000, 0x206F)), (1, Gen.Choose(0xFF00, 0xFFEF)))
        select value > 0xFFFF ? char.ConvertFromUtf32(value) : ((char)value).ToString();

    private static readonly Gen<string> Oddities = Gen.Elements(
        "😀", "👨‍👩‍👧", "👩🏽‍🚀", "🇩🇪", "🇩", "❤️", "1️⃣", "e\u0301", "\u0301", "\u200D", "\uFE0F", "\uFEFF", "\u00AD", "\u202E", "שלום", "مرحبا ", "٣٤", "привет ", "你好。", "नमस्ते ", "क़",
        "।", "\uD83D", "\uDE00", "\0", "\u0007", "\r\n", "\r", "\u2028", "\uFFFC", "\uFFFD", "ﬁ", "𝗯", "१२", "¿", "«", "»", "›", "½", "²", "µ", "\uE000");

    /// <summary>With a name, with none, in all shapes that sequences have, and the pieces of such sequences.</summary>
    private static readonly Gen<string> Emoji = Gen.Elements(
        "😀", "😂", "😂😂😂", "🎉 🎉", "❤️", "❤", "👍🏽", "👍", "👨‍👩‍👧‍👦", "👩🏽‍🚀", "🤷🏿‍♀️", "🇩🇪", "🇩🇪🇫🇷", "🇫🇯", "🇩", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏳️‍🌈", "1️⃣", "1️⃣1️⃣", "#⃣", "🔟", "🪬", "🪬🪬", "🏻",
        "‍", "️", "⃣", "`😀`", "[😀](http://x.y/🎉)", "https://x.y/😀 ", "<b 😀>", "5 😀", "$😀", "[🎉]", "(😂)", "#😀");

    public static Arbitrary<string[]> FragmentsWithEmoji { get; } = Generated.Texts(Prose, Kinds, Gaps, Gaps, Oddities, Emoji, Emoji, Emoji);

    public static Arbitrary<string[]> Fragments { get; } = Generated.Texts(Prose, Numbers, Kinds, Kinds, Gaps, Gaps, Unicode, Oddities);
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>
/// Other forms of a character that mean the same when read aloud: full-width and mathematical ASCII, digits of all scripts,
/// ligatures, accented letters that espeak-ng would spell out, punctuation of other scripts.
/// </summary>
internal static class Folding
{
    /// <summary>
    /// U+1E00 to U+1EFF without their accents: espeak-ng 1.51 reads none of them ("letter one e c five").
    /// Source: the first code point of their canonical decompositions in UnicodeData.txt; the last eight and U+1E9C to U+1E9F by look.
    /// </summary>
    private const string LatinExtendedAdditional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFf" +
        "GgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm" +
        "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr" +
        "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv" +
        "WwWwWwWwWwXxXxYyZzZzZzhtwyasssßd" +
        "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe" +
        "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOo" +
        "OoOoUuUuUuUuUuUuUuYyYyYyYyLlVvYy";

    private static readonly FrozenDictionary<int, string> Table = new (string Forms, string Meaning)[]
    {
        ("‐‑⁃﹣", "-"), ("‒", "–"), ("―⸺⸻﹘", "—"), ("‥⋯", "…"),
        ("„‟「『《〈«‹", "“"), ("」』》〉»›", "”"), ("‚‛", "‘"), ("ʼʻ´′", "’"), ("″", "\""),
        ("、،﹑﹐", ","), ("؛﹔", ";"), ("。｡।॥۔﹒", "."), ("؟﹖⁇⁈⁉", "?"), ("﹗‼", "!"), ("﹕", ":"),
        ("【〔〖", "("), ("】〕〗", ")"),
        ("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl"), ("ﬅﬆ", "st"), ("ſ", "s"),
        ("₀", "0"), ("₁", "1"), ("₂", "2"), ("₃", "3"), ("₄", "4"), ("₅", "5"), ("₆", "6"), ("₇", "7"), ("₈", "8"), ("₉", "9"),
        ("\u212B", "Å"), ("µ", "µ"), ("\u212A", "K"),
    }.SelectMany(row => row.Forms, (row, form) => (Form: (int)form, row.Meaning)).ToFrozenDictionary(entry => entry.Form, entry => entry.Meaning);

    public static bool TryFold(Rune rune, out string meaning)
    {
        var value = rune.Value;
        meaning = value switch
        {
            // Full-width forms stand 0xFEE0 above ASCII.
            >= 0xFF01 and <= 0xFF5E => ((char)(value - 0xFEE0)).ToString(),
            >= 0x1E00 and <= 0x1EFF => LatinExtendedAdditional[value - 0x1E00].ToString(),
            // Mathematical letters: alphabets of 52, capitals first.
            >= 0x1D400 and <= 0x1D6A3 => MathematicalLetter((value - 0x1D400) % 52),
            _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(),
            _ => Table.GetValueOrDefault(value, ""),
        };
        return meaning.Length > 0;
    }

    private static string MathematicalLetter(int index) => ((char)(index < 26 ? 'A' + index : 'a' + index - 26)).ToString();
}

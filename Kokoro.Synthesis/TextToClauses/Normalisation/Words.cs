using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>What a written word is made of.</summary>
internal static class Words
{
    /// <summary>
    /// Characters of the word at <paramref name="at"/>: letters and digits, an apostrophe before ('tis), inside (don't) or
    /// after (dogs'), hyphens inside. 0 when there is none.
    /// </summary>
    public static int Measure(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        if (end + 1 < text.Length && text[end] == '\'' && Letters.IsWordCharacter(text[end + 1]))
            end++;
        while (end < text.Length)
        {
            var isInside = end > at && Letters.IsWordCharacter(text[end - 1]);
            // "l'1,5" is an article and a number.
            if (end > at + 1 && text[end - 1] == '\'' && char.IsAsciiDigit(text[end]))
                break;
            if (Letters.IsWordCharacter(text[end]) || (isInside && (text[end] == '\'' || (text[end] == '-' && IsWordAt(text, end + 1)))))
                end++;
            else
                break;
        }

        return end - at;
    }

    public static bool IsWordAt(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && Letters.IsWordCharacter(text[at]);

    public static bool IsLetterAt(ReadOnlySpan<char> text, int at) => IsWordAt(text, at) && !char.IsAsciiDigit(text[at]);

    public static bool IsDigitAt(ReadOnlySpan<char> text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    public static bool IsBlankAt(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length || text[at] is ' ' or '\n' or CleanText.DigitSpace;

    /// <summary>"end.Next": a small letter or digit, a mark, and a capital with a small letter is two sentences without the space.</summary>
    public static bool IsMissingSpace(ReadOnlySpan<char> text, int mark) =>
        IsWordAt(text, mark - 1) && !char.IsUpper(text[mark - 1])
        && IsWordAt(text, mark + 1) && char.IsUpper(text[mark + 1])
        && IsWordAt(text, mark + 2) && char.IsLower(text[mark + 2]);
}

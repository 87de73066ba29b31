using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Looks at the neighbours of a place, never further than a few words.</summary>
internal static class Around
{
    /// <summary>The longest word that any rule looks for.</summary>
    private const int LongestWord = 24;

    /// <summary>The letters before, after blanks and perhaps the full stop of an abbreviation; empty when something else stands there.</summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at) => WordBefore(text, at, out _);

    /// <param name="start">Where the word starts.</param>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int at, out int start)
    {
        var end = at;
        while (end > 0 && Words.IsBlankAt(text, end - 1))
            end--;
        if (end > 0 && end < at && text[end - 1] == '.')
            end--;
        start = end;
        while (start > 0 && end - start <= LongestWord && Words.IsLetterAt(text, start - 1))
            start--;
        return end == at ? [] : text[start..end];
    }

    /// <summary>The letters after blanks (or a hyphen); empty when something else stands there.</summary>
    public static ReadOnlySpan<char> WordAfter(ReadOnlySpan<char> text, int at)
    {
        var start = SkipBlanks(text, at);
        return start == at ? [] : LettersAt(text, start);
    }

    /// <summary>The letters that start here.</summary>
    public static ReadOnlySpan<char> LettersAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end - start <= LongestWord && Words.IsLetterAt(text, end))
            end++;
        return text[start..end];
    }

    /// <summary>Past one blank, or two where a line breaks.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        var next = at;
        while (next < text.Length && next - at < 2 && Words.IsBlankAt(text, next))
            next++;
        return next;
    }

    /// <summary>Whether nothing that a thing could grow from stands before: no letter, digit, hyphen, closing bracket or percent sign.</summary>
    public static bool IsFree(ReadOnlySpan<char> text, int at) =>
        at == 0 || (!Letters.IsWordCharacter(text[at - 1]) && text[at - 1] is not ('-' or '–' or '—' or ')' or ']' or '%' or '°' or '\'' or '.'));

    public static bool IsBetweenDigits(ReadOnlySpan<char> text, int at) => Words.IsDigitAt(text, at - 1) && Words.IsDigitAt(text, at + 1);

    public static bool StartsWithCapital(ReadOnlySpan<char> word) => word.Length > 0 && char.IsUpper(word[0]);
}

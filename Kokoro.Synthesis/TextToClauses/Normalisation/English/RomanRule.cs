namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Roman numerals where they are meant: "Chapter IV", "Henry VIII", "the XXI century", "Rocky II", "page xii".</summary>
internal sealed class RomanRule : IReadingRule
{
    public string Name => "roman";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if ((paragraph[at] | 0x20) is not ('i' or 'v' or 'x' or 'l' or 'c' or 'd' or 'm') || Words.IsWordAt(paragraph, at - 1))
            return null;
        var end = at;
        while (end < paragraph.Length && end - at <= RomanNumerals.Longest && Words.IsWordAt(paragraph, end))
            end++;
        var written = paragraph[at..end];
        if (Words.IsWordAt(paragraph, end) || RomanNumerals.Value(written) is not { } value)
            return null;

        var saying = new Saying(language);
        var before = Around.WordBefore(paragraph, at, out var start);
        var isCapital = !written.ContainsAnyExceptInRange('A', 'Z');
        if (!isCapital)
            return RomanContexts.Pages.Contains(before) && written.ToString().All(char.IsLower) ? saying.Cardinal(value).Over(written.Length) : null;
        if (RomanContexts.Parts.Contains(before))
            return saying.Cardinal(value).Over(written.Length);
        if (IsRuler(paragraph, ref before, start))
            return ReadRuler(paragraph, at, end, value, saying);
        if (written.Length > 1 && Around.WordAfter(paragraph, end) is "century" or "Century" or "centuries")
            return saying.Ordinal(value).Over(written.Length);
        // XL is a size and CD a disc; names of films and machines count in small numbers.
        var isSmall = written.Length > 1 && !written.ContainsAnyExcept("IVX");
        return isSmall && before.Length > 1 && Around.StartsWithCapital(before) && before.ContainsAnyInRange('a', 'z') && !SentenceEnds.IsStarter(before)
            ? saying.Cardinal(value).Over(written.Length)
            : null;
    }

    private static bool IsRuler(ReadOnlySpan<char> text, ref ReadOnlySpan<char> before, int start)
    {
        if (before is "the")
            before = Around.WordBefore(text, start);
        return RomanContexts.Rulers.Contains(before);
    }

    private static Reading ReadRuler(ReadOnlySpan<char> text, int at, int end, string value, Saying saying)
    {
        if (Around.WordBefore(text, at) is not "the")
            saying.Add("the");
        saying.Ordinal(value);
        var possessive = Possessive.Measure(text, end);
        if (possessive > 0)
            saying.Suffix(Possessive.Ending);
        return saying.Over(end + possessive - at);
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>An ordinary word. A hyphen joins only what is read as it is written: "well-known" is one word, "COVID-19" and "FBI-led" are two.</summary>
internal sealed class EnglishWordRule : IReadingRule
{
    public string Name => SpokenWord.AsWritten;

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        var length = Words.Measure(paragraph, at);
        if (length == 0)
            return null;
        var end = at + length;
        for (var hyphen = paragraph[at..end].IndexOf('-'); hyphen >= 0;)
        {
            if (Separates(paragraph, at, at + hyphen))
                return Reading.AsWritten(paragraph.Slice(at, hyphen));
            var next = paragraph[(at + hyphen + 1)..end].IndexOf('-');
            hyphen = next < 0 ? -1 : hyphen + 1 + next;
        }

        return Reading.AsWritten(paragraph[at..end]);
    }

    private static bool Separates(ReadOnlySpan<char> text, int start, int hyphen) =>
        char.IsAsciiDigit(text[hyphen + 1])
        || char.IsAsciiDigit(text[hyphen - 1])
        || AcronymRule.IsSpelledAt(text, hyphen + 1)
        || (hyphen - start <= Acronyms.Longest && AcronymRule.IsSpelledAt(text, start))
        || (CalendarNames.IsFull(text[start..hyphen]) && CalendarNames.IsFull(Around.LettersAt(text, hyphen + 1)));
}

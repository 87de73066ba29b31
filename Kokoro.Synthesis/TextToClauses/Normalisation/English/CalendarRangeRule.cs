namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The dash of "Monday–Friday", "May–July" and "1 June–31 August".</summary>
internal sealed class CalendarRangeRule : IReadingRule
{
    /// <summary>September and Wednesday.</summary>
    private const int LongestName = 9;

    public string Name => "range";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not ('-' or '–') || at == 0 || !Words.IsLetterAt(paragraph, at - 1))
            return null;
        var before = at;
        while (at - before <= LongestName && Words.IsLetterAt(paragraph, before - 1))
            before--;
        var isRange = CalendarNames.IsFull(Around.LettersAt(paragraph, at + 1)) || Words.IsDigitAt(paragraph, at + 1);
        return isRange && CalendarNames.IsFull(paragraph[before..at]) ? Reading.Of(1, "to") : null;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The dash of "Monday–Friday" and "May–July".</summary>
internal sealed class CalendarRangeRule : IReadingRule
{
    public string Name => "range";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not ('-' or '–') || at == 0 || !Words.IsLetterAt(paragraph, at - 1))
            return null;
        var before = at;
        while (at - before <= LongestName && Words.IsLetterAt(paragraph, before - 1))
            before--;
        return CalendarNames.IsFull(paragraph[before..at]) && CalendarNames.IsFull(Around.LettersAt(paragraph, at + 1)) ? Reading.Of(1, "to") : null;
    }

    /// <summary>September and Wednesday.</summary>
    private const int LongestName = 9;
}

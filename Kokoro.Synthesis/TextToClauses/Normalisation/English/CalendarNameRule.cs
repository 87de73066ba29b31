namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Short months and weekdays: "Dec. 25", "5 Jan 2024", "Mon–Fri", "Tue, 5 May".</summary>
internal sealed class CalendarNameRule : IReadingRule
{
    public string Name => "date";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiLetterUpper(paragraph[at]) || Words.IsWordAt(paragraph, at - 1))
            return null;
        var written = Around.LettersAt(paragraph, at);
        var end = at + written.Length;
        if (Words.IsWordAt(paragraph, end) || Full(written) is not { } name)
            return null;
        if (ReadRange(paragraph, end, name, language) is { } range)
            return range.Over(range.End - at);
        var stop = end < paragraph.Length && paragraph[end] == '.' ? end + 1 : end;
        if (!IsMeant(paragraph, at, stop))
            return null;
        return new Saying(language).Add(name).Over((SentenceEnds.IsLast(paragraph, stop) ? end : stop) - at);
    }

    private static string? Full(ReadOnlySpan<char> written) => CalendarNames.ShortMonth(written) ?? CalendarNames.ShortWeekday(written);

    /// <summary>"Mon–Fri": both short.</summary>
    private static Range? ReadRange(ReadOnlySpan<char> text, int end, string name, Language language)
    {
        if (end >= text.Length || text[end] is not ('-' or '–'))
            return null;
        var other = Around.LettersAt(text, end + 1);
        return !Words.IsWordAt(text, end + 1 + other.Length) && Full(other) is { } last
            ? new Range(end + 1 + other.Length, new Saying(language).Add(name).Add("to").Add(last))
            : null;
    }

    /// <summary>A short name is one before or after a number, and before a comma or another name and a number: "Sat" is a verb too.</summary>
    private static bool IsMeant(ReadOnlySpan<char> text, int at, int end)
    {
        var next = end < text.Length && text[end] == ',' ? end + 1 : end;
        if (Words.IsBlankAt(text, next) && (Words.IsDigitAt(text, next + 1) || CalendarNames.Month(Around.WordAfter(text, next)) is not null))
            return true;
        return CalendarNames.ShortMonth(Around.LettersAt(text, at)) is not null && at > 1 && text[at - 1] == ' ' && IsDay(text, at - 1);
    }

    /// <summary>A day of the month, perhaps as "5th" or "5th of", ends here.</summary>
    private static bool IsDay(ReadOnlySpan<char> text, int end)
    {
        if (text[..end].EndsWith(" of"))
            end -= " of".Length;
        if (end > 2 && text[(end - 2)..end] is "st" or "nd" or "rd" or "th")
            end -= 2;
        return Words.IsDigitAt(text, end - 1) && !Words.IsDigitAt(text, end - 3);
    }

    private sealed record Range(int End, Saying Said)
    {
        public Reading Over(int length) => Said.Over(length);
    }
}

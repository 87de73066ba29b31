namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The day beside the name of a month: "May 5", "May 5–7", "5 May", "the 5th of May".</summary>
internal sealed class DayRule : IReadingRule
{
    private const int LastDay = 31;

    public string Name => "date";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) || !(Around.IsFree(paragraph, at) || IsAfterRangeDash(paragraph, at)) || MeasureDay(paragraph, at) is not { } end)
            return null;
        var digits = Digits.Count(paragraph, at);
        var saying = new Saying(language);
        var isAfterMonth = CalendarNames.Month(Around.WordBefore(paragraph, at)) is not null;
        var last = Ranges.AfterDash(paragraph, end) is { } second && MeasureDay(paragraph, second) is { } rangeEnd ? rangeEnd : end;
        var isBeforeMonth = CalendarNames.Month(Around.WordAfter(paragraph, last)) is not null;
        if (!isAfterMonth && !isBeforeMonth)
            return null;
        var isOf = isBeforeMonth && !isAfterMonth;
        var hasArticle = Around.WordBefore(paragraph, at) is "the" or "The";
        var saysThe = !hasArticle && (isOf || saying.IsBritish);
        SayDay(paragraph.Slice(at, digits), saysThe, saying);
        if (last > end)
        {
            var start = Ranges.AfterDash(paragraph, end)!.Value;
            SayDay(paragraph.Slice(start, Digits.Count(paragraph, start)), isOf || saying.IsBritish, saying.Add("to"));
        }

        if (isOf)
            saying.Add("of");
        return saying.Over(last - at);
    }

    /// <summary>The second date of "1 June–31 August".</summary>
    private static bool IsAfterRangeDash(ReadOnlySpan<char> text, int at) =>
        text[at - 1] is ('-' or '–') && Words.IsLetterAt(text, at - 2);

    private static void SayDay(ReadOnlySpan<char> digits, bool saysThe, Saying saying)
    {
        if (saysThe)
            saying.Add("the");
        saying.Ordinal(digits);
    }

    /// <summary>A number from 1 to 31, perhaps as an ordinal, that is no part of a larger number.</summary>
    private static int? MeasureDay(ReadOnlySpan<char> text, int at)
    {
        var digits = Digits.Count(text, at);
        if (digits is 0 or > 2 || Digits.Value(text.Slice(at, digits)) is 0 or > LastDay)
            return null;
        var end = at + digits;
        end += OrdinalRule.MeasureSuffix(text, end);
        var isLarger = Words.IsWordAt(text, end)
            || (end < text.Length && (text[end] is '%' or '°' || (text[end] is '.' or ',' or ':' or '/' && Words.IsDigitAt(text, end + 1))));
        return isLarger ? null : end;
    }
}

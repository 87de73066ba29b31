namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"5–7", "1.5-2.5", "1939–45".</summary>
internal sealed class RangeRule : IReadingRule
{
    private const int YearDigits = 4;

    public string Name => "range";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!NumberStarts.Contains(paragraph[at]))
            return null;
        var saying = new Saying(language);
        if (ReadYears(paragraph, at, saying) is { } years)
            return saying.Over(years - at);
        var single = Amounts.Read(paragraph, at, new Saying(language));
        return Ranges.ReadRangeOrOne(paragraph, at, saying) is { } range && range.End > single?.End && !Words.IsWordAt(paragraph, range.End)
            ? saying.Over(range.End - at)
            : null;
    }

    private static int? ReadYears(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (!Around.IsFree(text, at) || Digits.Count(text, at) != YearDigits || Ranges.AfterDash(text, at + YearDigits) is not { } second)
            return null;
        var digits = Digits.Count(text, second);
        var end = second + digits;
        if (digits is not (2 or YearDigits) || Words.IsWordAt(text, end) || Ranges.IsChained(text, end) || !YearRule.IsMeant(text, at, end))
            return null;
        var (from, to) = (Digits.Value(text.Slice(at, YearDigits)), Digits.Value(text.Slice(second, digits)));
        var isLater = digits == YearDigits ? to > from && to <= YearRule.Last : to > from % 100;
        if (!isLater || from is < YearRule.First or > YearRule.Last)
            return null;
        saying.Year(from).Add("to");
        _ = digits == YearDigits ? saying.Year(to) : saying.Cardinal(text.Slice(second, digits));
        return end;
    }
}

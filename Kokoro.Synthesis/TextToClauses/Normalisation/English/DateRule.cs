namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Dates in digits: 2024-05-06, 05/06/2024 (the language decides), 5/6/24, 1.2.2024.</summary>
internal sealed class DateRule : IReadingRule
{
    /// <summary>Two digits below mean this century.</summary>
    private const int FirstOfLastCentury = 50;

    public string Name => "date";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) || !Around.IsFree(paragraph, at))
            return null;
        var first = Digits.Count(paragraph, at);
        var mark = at + first;
        if (first is 3 or > 4 || mark >= paragraph.Length || paragraph[mark] is not ('-' or '/' or '.'))
            return null;
        var second = Digits.Count(paragraph, mark + 1);
        var mark2 = mark + 1 + second;
        if (second is 0 or > 2 || mark2 >= paragraph.Length || paragraph[mark2] != paragraph[mark])
            return null;
        var third = Digits.Count(paragraph, mark2 + 1);
        var end = mark2 + 1 + third;
        if (!IsEnd(paragraph, end, paragraph[mark]))
            return null;

        var (a, b, c) = (Digits.Value(paragraph.Slice(at, first)), Digits.Value(paragraph.Slice(mark + 1, second)), Digits.Value(paragraph.Slice(mark2 + 1, third)));
        if (Find(a, first, b, c, third, paragraph[mark], language) is not { } date)
            return null;
        var saying = new Saying(language);
        date.Say(saying);
        // The T before the time of ISO 8601 is silent.
        var hasTime = first == 4 && end < paragraph.Length && paragraph[end] == 'T';
        return saying.Over((hasTime ? end + 1 : end) - at);
    }

    private static Date? Find(int a, int aDigits, int b, int c, int cDigits, char mark, Language language)
    {
        if (aDigits == 4)
            return cDigits is 1 or 2 && mark != '.' && new Date(c, b, a) is { IsReal: true } iso ? iso : null;
        if (cDigits != 4 && (cDigits != 2 || mark != '/'))
            return null;
        var year = cDigits == 4 ? c : c < FirstOfLastCentury ? 2000 + c : 1900 + c;
        var (dayFirst, monthFirst) = (new Date(a, b, year), new Date(b, a, year));
        var isDayFirst = mark == '.' || language == Language.BritishEnglish;
        var (wanted, other) = isDayFirst ? (dayFirst, monthFirst) : (monthFirst, dayFirst);
        return wanted.IsReal ? wanted : other.IsReal ? other : null;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int end, char mark)
    {
        if (end >= text.Length)
            return true;
        if (text[end] == 'T' && Words.IsDigitAt(text, end + 1))
            return true;
        return !Words.IsWordAt(text, end) && !(text[end] == mark && Words.IsWordAt(text, end + 1));
    }
}

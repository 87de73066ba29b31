namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>5'10": feet and inches; and the inches of "3 ft 6".</summary>
internal sealed class HeightRule : IReadingRule
{
    private const int MostInches = 11;

    public string Name => "height";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        var digits = Digits.Count(paragraph, at);
        if (digits is 0 or > 2 || !Around.IsFree(paragraph, at))
            return null;
        var saying = new Saying(language);
        var end = at + digits;
        if (end < paragraph.Length && paragraph[end] == '\'' && Digits.Count(paragraph, end + 1) is (1 or 2))
        {
            var inches = Digits.Count(paragraph, end + 1);
            var mark = end + 1 + inches;
            return mark < paragraph.Length && paragraph[mark] is ('"' or '”') && Digits.Value(paragraph[(end + 1)..mark]) <= MostInches
                ? saying.Cardinal(paragraph[at..end]).Add("foot").Cardinal(paragraph[(end + 1)..mark]).Over(mark + 1 - at)
                : null;
        }

        if (Around.WordBefore(paragraph, at) is not "ft" || Digits.Value(paragraph[at..end]) > MostInches || Words.IsWordAt(paragraph, end))
            return null;
        var unit = Around.WordAfter(paragraph, end) is "in" ? " in".Length : 0;
        return saying.Cardinal(paragraph[at..end]).Add(paragraph[at..end] is "1" ? "inch" : "inches").Over(digits + unit);
    }
}

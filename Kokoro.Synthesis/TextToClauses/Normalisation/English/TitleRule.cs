namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>
/// Abbreviations that need their neighbours: Dr. and St. are a title before a name and a street after one; Mr, Dr and St without
/// their stop are one only before a name, and a British "No 10" is a number.
/// </summary>
internal sealed class TitleRule : IReadingRule
{
    private static readonly WordTable<string> Titles = new(new Dictionary<string, string>
    {
        ["Mr"] = "mister",
        ["Mrs"] = "missus",
        ["Ms"] = "miz",
        ["Dr"] = "doctor",
        ["St"] = "saint",
        ["Prof"] = "professor",
    });

    public string Name => "abbreviation";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not ('M' or 'D' or 'S' or 'P' or 'N'))
            return null;
        var written = Around.LettersAt(paragraph, at);
        var end = at + written.Length;
        if (written.Length > 4 || Words.IsWordAt(paragraph, end) || Words.IsWordAt(paragraph, at - 1))
            return null;
        var hasStop = end < paragraph.Length && paragraph[end] == '.';
        if (written is "Dr" or "St" && hasStop)
            return ReadStreetOrTitle(paragraph, at, end, written is "Dr");
        if (!hasStop && written is "No" && language == Language.BritishEnglish && Words.IsBlankAt(paragraph, end) && Words.IsDigitAt(paragraph, end + 1))
            return Reading.Of(written.Length, "number");
        var isBeforeName = !hasStop && end < paragraph.Length && Around.StartsWithCapital(Around.WordAfter(paragraph, end));
        return isBeforeName && Titles.Find(written) is { } title ? Reading.Of(written.Length, title) : null;
    }

    private static Reading ReadStreetOrTitle(ReadOnlySpan<char> text, int at, int stop, bool isDoctor)
    {
        var after = stop + 1;
        var isLast = SentenceEnds.IsLast(text, after);
        var isBeforeName = SentenceEnds.IsBeforeCapital(text, after) && !SentenceEnds.IsBeforeStarter(text, after);
        var before = Around.WordBefore(text, at);
        var followsName = before.Length > 1 && char.IsUpper(before[0]) && !SentenceEnds.IsStarter(before);
        if (!followsName && Words.IsBlankAt(text, at - 1))
            followsName = EndsWithOrdinal(text[..Math.Max(0, at - 1)]);
        if (isBeforeName || !followsName)
            return Reading.Of((isLast ? stop : after) - at, isDoctor ? "doctor" : "saint");
        var isEnd = isLast || SentenceEnds.IsBeforeCapital(text, after);
        return Reading.Of((isEnd ? stop : after) - at, isDoctor ? "drive" : "street");
    }

    /// <summary>"on 5th St."</summary>
    private static bool EndsWithOrdinal(ReadOnlySpan<char> text) =>
        text.Length > 2 && OrdinalRule.MeasureSuffix(text, text.Length - 2) > 0 && char.IsAsciiDigit(text[^3]);
}

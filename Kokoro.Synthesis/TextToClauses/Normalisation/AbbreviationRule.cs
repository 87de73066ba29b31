namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>"Dr.", "e.g.", "No. 5": said in full. The full stop belongs to the abbreviation unless it also ends the sentence.</summary>
internal sealed class AbbreviationRule : IReadingRule
{
    public string Name => "abbreviation";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!Words.IsLetterAt(paragraph, at) || Words.IsWordAt(paragraph, at - 1))
            return null;

        // First as far as letters and inner stops go ("p.m"), then the first letters alone ("No" of "No.5").
        var firstStop = 0;
        var end = at;
        for (; end < paragraph.Length && end - at <= Abbreviations.Longest; end++)
        {
            if (paragraph[end] == '.')
                firstStop = firstStop == 0 ? end : firstStop;
            if (!Words.IsLetterAt(paragraph, end) && !(paragraph[end] == '.' && Words.IsLetterAt(paragraph, end + 1)))
                break;
        }

        return firstStop == 0 ? null : ReadUntil(paragraph, at, end, language) ?? ReadUntil(paragraph, at, firstStop, language);
    }

    private static Reading? ReadUntil(ReadOnlySpan<char> paragraph, int at, int stop, Language language)
    {
        if (stop >= paragraph.Length || paragraph[stop] != '.' || Abbreviations.Find(paragraph[at..stop], language) is not { } found)
            return null;
        var after = stop + 1;
        if (found.NeedsNumber && !StartsNumber(paragraph, after))
            return null;
        if (found.NeedsCapital && !SentenceEnds.IsBeforeCapital(paragraph, after))
            return null;
        var isEnd = SentenceEnds.IsLast(paragraph, after) || (found.MayEnd && SentenceEnds.IsBeforeCapital(paragraph, after));
        return Reading.Of((isEnd ? stop : after) - at, found.Spoken);
    }

    private static bool StartsNumber(ReadOnlySpan<char> paragraph, int at) =>
        Words.IsDigitAt(paragraph, at) || (Words.IsBlankAt(paragraph, at) && Words.IsDigitAt(paragraph, at + 1));
}

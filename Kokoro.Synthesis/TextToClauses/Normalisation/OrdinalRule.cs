namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>English "3rd", "21st", "1,000th". Other languages write theirs in ways that espeak-ng reads ("1er", "1º").</summary>
internal sealed class OrdinalRule : IReadingRule
{
    private const int SuffixLength = 2;

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!language.IsEnglish || !char.IsAsciiDigit(paragraph[at]))
            return null;
        var numeral = Numeral.Scan(paragraph, at, NumberStyle.Of(language));
        var suffix = at + numeral.Length;
        if (numeral.HasFraction || suffix + SuffixLength > paragraph.Length || Words.IsWordAt(paragraph, suffix + SuffixLength))
            return null;

        return paragraph.Slice(suffix, SuffixLength) is ['s' or 'S', 't' or 'T'] or ['n' or 'N', 'd' or 'D'] or ['r' or 'R', 'd' or 'D'] or ['t' or 'T', 'h' or 'H']
            ? new Reading(numeral.Length + SuffixLength, [.. EnglishNumbers.Ordinal(NumberRule.DigitsOf(paragraph.Slice(at, numeral.Length)), NumberRule.SaysAnd(language))])
            : null;
    }
}

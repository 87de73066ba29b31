namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"3rd", "21st", "1,000th", "3rds", "20th's".</summary>
internal sealed class OrdinalRule : IReadingRule
{
    private const int SuffixLength = 2;

    public string Name => "ordinal";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]))
            return null;
        var numeral = Numeral.Scan(paragraph, at, NumberStyle.Of(language));
        var suffix = at + numeral.Length;
        if (numeral.HasFraction || MeasureSuffix(paragraph, suffix) == 0)
            return null;
        var end = suffix + SuffixLength;
        var saying = new Saying(language).Ordinal(paragraph[at..suffix]);
        if (end < paragraph.Length && paragraph[end] == 's' && !Words.IsWordAt(paragraph, end + 1))
            return saying.Plural().Over(end + 1 - at);
        if (Possessive.Measure(paragraph, end) is > 0 and var possessive)
            return saying.Suffix(Possessive.Ending).Over(end + possessive - at);
        return Words.IsWordAt(paragraph, end) ? null : saying.Over(end - at);
    }

    /// <returns>2 where st, nd, rd or th stands, otherwise 0.</returns>
    public static int MeasureSuffix(ReadOnlySpan<char> text, int at) =>
        at + SuffixLength <= text.Length
        && text.Slice(at, SuffixLength) is ['s' or 'S', 't' or 'T'] or ['n' or 'N', 'd' or 'D'] or ['r' or 'R', 'd' or 'D'] or ['t' or 'T', 'h' or 'H']
            ? SuffixLength
            : 0;
}

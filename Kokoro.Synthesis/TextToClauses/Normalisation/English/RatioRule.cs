namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"3:1", "16:9", "odds of 100:1": numbers with a colon that are no time.</summary>
internal sealed class RatioRule : IReadingRule
{
    /// <summary>How far before the number a word may stand that says what it is.</summary>
    private const int Reach = 32;

    public string Name => "ratio";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]))
            return null;
        var saying = new Saying(language);
        if (Amounts.Read(paragraph, at, saying) is not { } first || first.End >= paragraph.Length || paragraph[first.End] != ':'
            || !Words.IsDigitAt(paragraph, first.End + 1) || Amounts.Read(paragraph, first.End + 1, saying.Add("to")) is not { } second)
            return null;
        var isMore = Words.IsWordAt(paragraph, second.End) || (second.End < paragraph.Length && paragraph[second.End] == ':' && Words.IsDigitAt(paragraph, second.End + 1));
        return isMore ? null : saying.Over(second.End - at);
    }

    /// <summary>Whether the words before say that the number here is a ratio.</summary>
    public static bool IsMeant(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - Reach)..at];
        return before.Contains("ratio", StringComparison.OrdinalIgnoreCase)
            || before.Contains("odds", StringComparison.OrdinalIgnoreCase)
            || before.Contains("scale", StringComparison.OrdinalIgnoreCase);
    }
}

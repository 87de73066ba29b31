namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Signs that stand for a word wherever they stand: "&amp;", "§", "©", a currency sign alone. Every other sign is silent.</summary>
internal sealed class EnglishSymbolRule : IReadingRule
{
    /// <summary>"§§" and "&amp;&amp;" are one; longer rows lay text out.</summary>
    private const int LongestRow = 2;

    public string Name => "symbol";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        var symbol = paragraph[at];
        if (Find(symbol) is not { } words)
            return null;
        var end = at + 1;
        while (end < paragraph.Length && end - at <= LongestRow && paragraph[end] == symbol)
            end++;
        var isRow = end - at > LongestRow || (at > 0 && paragraph[at - 1] == symbol);
        return isRow ? null : Reading.Of(end - at, words);
    }

    private static string? Find(char symbol) => symbol switch
    {
        '&' => "and",
        '%' => "percent",
        '@' => "at",
        '#' => "hash",
        '§' => "section",
        '©' => "copyright",
        '°' => "degrees",
        '¢' => "cents",
        '±' => "plus or minus",
        '∞' => "infinity",
        '√' => "square root of",
        '№' => "number",
        '²' => "squared",
        '³' => "cubed",
        _ => Currencies.Find(symbol)?.Singular,
    };
}

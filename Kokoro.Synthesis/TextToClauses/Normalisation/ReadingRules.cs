namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>All rules in the order in which they are asked; the first that reads something wins.</summary>
internal static class ReadingRules
{
    private static readonly IReadingRule[] InOrder =
    [
        new AbbreviationRule(), // before initials and addresses, which "e.g." and "p.m." look like
        new InitialsRule(), // before addresses, which "U.S.A" looks like
        new AddressRule(), // before numbers and words, which addresses hold
        new OrdinalRule(), // before numbers, which ordinals start as
        new NumberRule(),
        new WordRule(),
        new SymbolRule(),
    ];

    public static Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        foreach (var rule in InOrder)
        {
            if (rule.Read(paragraph, at, language) is { } reading)
                return reading;
        }

        return null;
    }
}

using Kokoro.Synthesis.TextToClauses.Normalisation.English;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>All rules in the order in which they are asked; the first that reads something wins.</summary>
internal static class ReadingRules
{
    /// <summary>The rules of both kinds of English.</summary>
    internal static readonly IReadingRule[] English =
    [
        new PlainWordRule(), // before everything, because most words are plain

        // Markup and addresses hold marks, words and numbers that mean nothing by themselves.
        new FenceRule(),
        new LinkRule(),
        new TaskRule(),
        new CitationRule(),
        new HtmlRule(),
        new EmoticonRule(),
        new TitleRule(), // before abbreviations and addresses, which "Dr.Smith" looks like
        new MeridiemRule(), // before initials, which "p.m." looks like
        new CalendarNameRule(),
        new AbbreviationRule(), // before initials and addresses, which "e.g." looks like
        new ShortWordRule(),
        new InitialsRule(), // before addresses, which "U.S.A" looks like
        new LetterSignRule(), // before hashtags, which "C#" looks like
        new FixedNumberRule(), // before dates and fractions
        new DateRule(), // before versions, phone numbers, ranges and fractions
        new PhoneRule(), // before versions and ranges
        new VersionRule(), // before addresses, which "v1.2.3" looks like
        new EnglishAddressRule(),
        new HashtagRule(),
        new CodeRule(),

        // What has digits, from the most particular to the plainest.
        new TimeRule(), // before ratios
        new MoneyRule(),
        new MoneyAfterRule(),
        new PercentRule(),
        new HeightRule(), // before units
        new UnitRule(), // before ranges and fractions, which may have a unit
        new DimensionRule(),
        new RatioRule(),
        new DayRule(), // before ordinals and ranges
        new OrdinalRule(),
        new DecadeRule(),
        new RangeRule(),
        new FractionRule(),
        new AlphanumericRule(), // after all that ends in letters: "5km", "3rd"
        new YearRule(),
        new CountRule(),

        // Words.
        new RomanRule(), // before acronyms, which "XIV" looks like
        new AcronymRule(),
        new EnglishWordRule(),

        // Signs.
        new PerRule(),
        new CalendarRangeRule(),
        new MathRule(),
        new EnglishSymbolRule(),
    ];

    private static readonly IReadingRule[] Others =
    [
        new AbbreviationRule(), // before initials and addresses, which "p.ej." looks like
        new InitialsRule(), // before addresses, which "U.S.A" looks like
        new AddressRule(), // before numbers and words, which addresses hold
        new NumberRule(),
        new WordRule(),
        new SymbolRule(),
    ];

    /// <param name="name">The name of the rule that read it; empty when none did.</param>
    public static Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language, out string name)
    {
        foreach (var rule in language.IsEnglish ? English : Others)
        {
            if (rule.Read(paragraph, at, language) is { } reading)
            {
                name = rule.Name;
                return reading;
            }
        }

        name = "";
        return null;
    }
}

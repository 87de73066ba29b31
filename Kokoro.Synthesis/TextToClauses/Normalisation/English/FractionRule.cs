namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"1/2", "1 1/2", "½", "8/10".</summary>
internal sealed class FractionRule : IReadingRule
{
    public string Name => "fraction";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) && !Fractions.IsCharacterAt(paragraph, at))
            return null;
        var saying = new Saying(language);
        return Fractions.TrySay(paragraph, at, saying, out var amount) && !Words.IsWordAt(paragraph, amount.End)
                ? saying.Over(amount.End - at)
                : null;
    }
}

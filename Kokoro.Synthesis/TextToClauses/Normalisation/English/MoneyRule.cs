namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"$3.50", "-£5", "US$40", "$3.5 million", "$5–10", "a $5 bill".</summary>
internal sealed class MoneyRule : QuantityRule
{
    /// <summary>Words that go on after a sum without being counted by it.</summary>
    private static readonly WordSet NoNouns = new("a an and as at but by for from in is of off on or per than the to was with");

    public override string Name => "money";

    protected override bool MayStart(char first) => Currencies.Find(first) is not null || first is '-' or '−' or '~' or '+' || char.IsAsciiLetterUpper(first);

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var start = SkipSign(text, at, saying);
        var letters = 0;
        while (letters < Currencies.LongestCountry && start + letters < text.Length && char.IsAsciiLetterUpper(text[start + letters]))
            letters++;
        var sign = start + letters;
        if (sign >= text.Length || Currencies.Find(text[sign]) is not { } currency)
            return null;
        var country = letters > 0 ? Currencies.Country(text[start..sign]) : null;
        if (letters > 0 && (country is null || text[sign] != '$' || Words.IsWordAt(text, start - 1)))
            return null;

        var number = sign + 1 < text.Length && text[sign + 1] == ' ' && Words.IsDigitAt(text, sign + 2) ? sign + 2 : sign + 1;
        if (!Amounts.StartsNumber(text, number) && !(number < text.Length && text[number] == '.' && Words.IsDigitAt(text, number + 1)))
            return null;
        var unit = new MoneyUnit(currency, country);
        if (unit.TrySayCents(text, number, saying, out var end))
            return end;
        if (Ranges.ReadRangeOrOne(text, number, saying) is not { HasSign: false } amount)
            return null;
        end = Magnitudes.Read(text, amount.End, out var magnitude);
        if (magnitude is not null)
            saying.Add(magnitude);
        var isSingular = (magnitude is null && amount.IsSingular) || IsAdjective(text, at, end);
        unit.SayName(saying, isSingular);
        return end;
    }

    private static int SkipSign(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var word = text[at] switch { '-' or '−' => "minus", '~' => "about", '+' => "plus", _ => null };
        if (word is null || !Around.IsFree(text, at))
            return at;
        saying.Add(word);
        return at + 1;
    }

    /// <summary>"a $5 bill": after an article and before what it costs.</summary>
    private static bool IsAdjective(ReadOnlySpan<char> text, int at, int end)
    {
        if (Around.WordBefore(text, at) is not ("a" or "A" or "an" or "An"))
            return false;
        var next = end < text.Length && text[end] == '-' ? Around.LettersAt(text, end + 1) : Around.WordAfter(text, end);
        return next.Length > 0 && char.IsLower(next[0]) && !NoNouns.Contains(next);
    }
}

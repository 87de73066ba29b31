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
        if (MeasureUnit(text, start, out var unit) is not { } number)
            return null;
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

    /// <returns>Where the number starts.</returns>
    private static int? MeasureUnit(ReadOnlySpan<char> text, int start, out MoneyUnit unit)
    {
        unit = null!;
        var sign = start;
        while (sign - start < Currencies.LongestLetters && sign < text.Length && char.IsAsciiLetterUpper(text[sign]))
            sign++;
        var letters = text[start..sign];
        if ((letters.Length > 0 && Words.IsWordAt(text, start - 1)) || sign >= text.Length)
            return null;
        var number = sign;
        if (Currencies.Find(text[sign]) is { } currency)
        {
            var country = letters.Length > 0 ? Currencies.Country(letters) : null;
            if (letters.Length > 0 && (country is null || text[sign] != '$'))
                return null;
            unit = new MoneyUnit(currency, country);
            number++;
        }
        else if (Currencies.Code(letters) is { } coded)
        {
            unit = coded;
        }
        else
        {
            return null;
        }

        if (number < text.Length && text[number] == ' ' && Words.IsDigitAt(text, number + 1))
            number++;
        return Words.IsDigitAt(text, number) || (number < text.Length && text[number] == '.' && Words.IsDigitAt(text, number + 1)) || Fractions.IsCharacterAt(text, number)
            ? number
            : null;
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

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Numbers in the plural: "1990s", "'90s", "40s", "5s", "1,000s"; and what belongs to a year: "2024's".</summary>
internal sealed class DecadeRule : QuantityRule
{
    public override string Name => "decade";

    protected override bool MayStart(char first) => char.IsAsciiDigit(first) || first == '\'';

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var isShort = text[at] == '\'';
        var start = isShort ? at + 1 : at;
        if (!Words.IsDigitAt(text, start) || Words.IsWordAt(text, at - 1))
            return null;
        var numeral = Numeral.Scan(text, start, NumberStyle.Of(saying.Language));
        var end = start + numeral.Length;
        var plural = MeasurePlural(text, end);
        var isTwoDigits = isShort && numeral.Length == 2;
        if (numeral.HasFraction || (plural == 0 && (!isTwoDigits || Words.IsWordAt(text, end))))
            return null;
        Say(text[start..end], hasApostrophe: plural == Possessive.Ending.Length, isPlural: plural > 0, saying);
        return end + plural;
    }

    private static int MeasurePlural(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] == 's' && !Words.IsWordAt(text, end + 1) ? 1 : Possessive.Measure(text, end);

    private static void Say(ReadOnlySpan<char> written, bool hasApostrophe, bool isPlural, Saying saying)
    {
        var value = Digits.Value(written);
        if (!isPlural)
        {
            saying.Whole(written);
            return;
        }

        if (written.Length == 4 && value is >= 1000 and < 3000)
        {
            if (hasApostrophe && value % 10 != 0)
                saying.Year(value).Suffix(Possessive.Ending);
            else
                saying.Add(Years.SayDecade(value, saying.IsBritish));
            return;
        }

        // "1,000s of birds" are thousands, not one thousands.
        if (value is 100 or 1000 or 1_000_000)
            saying.Add(value switch { 100 => "hundreds", 1000 => "thousands", _ => "millions" });
        else
            saying.Whole(written).Plural();
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A currency, perhaps with its country: how sums of it are said.</summary>
internal sealed record MoneyUnit(Currency Currency, string? Country)
{
    private const int CentDigits = 2;

    /// <summary>Says a sum with two decimals that no magnitude and no range follows: "three dollars fifty".</summary>
    public bool TrySayCents(ReadOnlySpan<char> text, int number, Saying saying, out int end)
    {
        var numeral = Words.IsDigitAt(text, number) ? Numeral.Scan(text, number, NumberStyle.Of(saying.Language)) : default;
        var point = number + numeral.WholeLength;
        end = point + 1 + CentDigits;
        if (Currency.Cent is null || point >= text.Length || text[point] != '.' || Digits.Count(text, point + 1) != CentDigits)
            return false;
        Magnitudes.Read(text, end, out var magnitude);
        if (magnitude is not null || Words.IsWordAt(text, end))
            return false;

        var whole = text[number..point];
        var cents = text.Slice(point + 1, CentDigits);
        if (whole.Trim('0').IsEmpty && cents is not "00")
        {
            SayCents(cents, saying);
            return true;
        }

        saying.Cardinal(whole);
        SayName(saying, whole is "1");
        if (cents is "00")
            return true;
        if (cents[0] == '0')
            SayCents(cents, saying);
        else
            saying.Cardinal(cents);
        return true;
    }

    public void SayName(Saying saying, bool isSingular)
    {
        if (Country is not null)
            saying.Add(Country);
        saying.Add(isSingular ? Currency.Singular : Currency.Plural);
    }

    private void SayCents(ReadOnlySpan<char> cents, Saying saying) => saying.Cardinal(cents).Add(cents is "01" ? Currency.Cent! : Currency.Cents!);
}

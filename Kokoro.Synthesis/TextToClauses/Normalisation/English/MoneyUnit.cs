namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A currency, perhaps with its country: how sums of it are said.</summary>
internal sealed record MoneyUnit(Currency Currency, string? Country)
{
    /// <summary>A point and two digits.</summary>
    private const int CentsLength = 3;

    /// <summary>
    /// Says a sum with two decimals, or a range in which one has them, unless a magnitude follows: "three dollars fifty", "three dollars fifty to five dollars".
    /// </summary>
    public bool TrySayCents(ReadOnlySpan<char> text, int number, Saying saying, out int end)
    {
        var unsaid = new Saying(saying.Language);
        var firstEnd = Amounts.Read(text, number, unsaid)?.End ?? number;
        end = Ranges.ReadRangeOrOne(text, number, unsaid)?.End ?? number;
        Magnitudes.Read(text, end, out var magnitude);
        if (Currency.Cent is null || magnitude is not null || Words.IsWordAt(text, end))
            return false;
        var first = text[number..firstEnd];
        var second = end > firstEnd && Ranges.AfterDash(text, firstEnd) is { } start ? text[start..end] : [];
        if (!IsSum(first, saying, out var firstHasCents) || !IsSum(second, saying, out var secondHasCents) || !(firstHasCents || secondHasCents))
            return false;
        SaySum(first, firstHasCents, saying);
        if (second.Length > 0)
            SaySum(second, secondHasCents, saying.Add("to"));
        return true;
    }

    private static bool IsSum(ReadOnlySpan<char> number, Saying saying, out bool hasCents)
    {
        var whole = Words.IsDigitAt(number, 0) ? Numeral.Scan(number, 0, NumberStyle.Of(saying.Language)).WholeLength : 0;
        hasCents = whole + CentsLength == number.Length && number[whole] == '.';
        return hasCents || whole == number.Length;
    }

    private void SaySum(ReadOnlySpan<char> sum, bool hasCents, Saying saying)
    {
        var whole = hasCents ? sum[..^CentsLength] : sum;
        var cents = hasCents ? sum[^(CentsLength - 1)..] : "00";
        if (whole.Trim('0').IsEmpty && cents is not "00")
        {
            SayCents(cents, saying);
            return;
        }

        saying.Cardinal(whole);
        SayName(saying, whole is "1");
        if (cents is "00")
            return;
        if (cents[0] == '0')
            SayCents(cents, saying);
        else
            saying.Cardinal(cents);
    }

    public void SayName(Saying saying, bool isSingular)
    {
        if (Country is not null)
            saying.Add(Country);
        saying.Add(isSingular ? Currency.Singular : Currency.Plural);
    }

    private void SayCents(ReadOnlySpan<char> cents, Saying saying) => saying.Cardinal(cents).Add(cents is "01" ? Currency.Cent! : Currency.Cents!);
}

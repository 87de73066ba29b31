namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Reads numbers of every written form: 1,234.5 and -5 and ~50 and .5 and 1/2 and 1½.</summary>
internal static class Amounts
{
    /// <summary>Reads the number at <paramref name="at"/> and says it.</summary>
    public static Amount? Read(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var sign = at < text.Length ? Sign(text, at) : null;
        var start = sign is null ? at : at + 1;
        if (!StartsNumber(text, start) || (sign is not null && !Around.IsFree(text, at)))
            return null;
        if (sign is not null)
            saying.Add(sign);
        if (Fractions.TrySay(text, start, saying, out var fraction))
            return fraction with { HasSign = sign is not null };
        return Decimal(text, start, saying) is { } number ? number with { HasSign = sign is not null } : null;
    }

    /// <summary>Whether a digit, a point before a digit or a fraction character stands here.</summary>
    public static bool StartsNumber(ReadOnlySpan<char> text, int at) =>
        Words.IsDigitAt(text, at)
        || (at < text.Length && text[at] == '.' && Words.IsDigitAt(text, at + 1) && (at == 0 || (!Words.IsWordAt(text, at - 1) && text[at - 1] != '.')))
        || Fractions.IsCharacterAt(text, at);

    private static string? Sign(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '-' or '−' => "minus",
        '~' or '≈' => "about",
        '±' => "plus or minus",
        '+' => "plus",
        _ => null,
    };

    private static Amount? Decimal(ReadOnlySpan<char> text, int start, Saying saying)
    {
        var numeral = Words.IsDigitAt(text, start) ? Numeral.Scan(text, start, NumberStyle.Of(saying.Language)) : default;
        var end = start + numeral.WholeLength;
        var whole = text[start..end];
        if (whole.Length > 0)
            saying.Whole(whole);
        var digits = Digits.Count(text, end + 1);
        if (end >= text.Length || text[end] != '.' || digits == 0)
        {
            return whole.Length == 0
                ? null
                : new Amount(end, Size(whole, []), whole is "1", HasSign: false, IsPlain: true);
        }

        var fraction = text.Slice(end + 1, digits);
        saying.Add("point").OneByOne(fraction);
        return new Amount(end + 1 + digits, Size(whole, fraction), IsSingular: false, HasSign: false, IsPlain: false);
    }

    private static double Size(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var size = 0.0;
        foreach (var digit in Digits.Of(whole))
            size = (size * 10) + (digit - '0');
        var place = 1.0;
        foreach (var digit in fraction)
            size += (digit - '0') * (place /= 10);
        return size;
    }
}

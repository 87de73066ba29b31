namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Fractions: 1/2, 1 1/2, ½, 1½.</summary>
internal static class Fractions
{
    private const int LargestOrdinal = 20;

    /// <summary>Longer numbers on both sides of a slash are no fraction.</summary>
    private const int MostDigits = 4;

    /// <summary>The characters of Latin-1 and Number Forms with their two numbers.</summary>
    private const string Characters = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒";

    private static readonly (int Upper, int Lower)[] Values =
    [
        (1, 2), (1, 4), (3, 4), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8), (5, 8), (7, 8), (1, 7), (1, 9), (1, 10),
    ];

    public static bool IsCharacterAt(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] > 0x7F && Characters.Contains(text[at]);

    /// <summary>Says the fraction or mixed number that starts here; says nothing where there is none.</summary>
    public static bool TrySay(ReadOnlySpan<char> text, int start, Saying saying, out Amount amount)
    {
        amount = default;
        if (TryMeasure(text, start, out var part))
        {
            SayPart(part, saying);
            amount = new Amount(part.End, (double)part.Upper / part.Lower, part.Upper < part.Lower, HasSign: false, IsPlain: false);
            return true;
        }

        var digits = Digits.Count(text, start);
        if (digits is 0 or > MostDigits)
            return false;
        var wholeEnd = start + digits;
        var next = wholeEnd < text.Length && Words.IsBlankAt(text, wholeEnd) ? wholeEnd + 1 : wholeEnd;
        if (!TryMeasure(text, next, out part) || part.Upper >= part.Lower || (next == wholeEnd && !IsCharacterAt(text, next)))
            return false;
        saying.Whole(text[start..wholeEnd]).AddWritten("and");
        if (part.Upper == 1 && Denominator(part, saying) is { } single)
            saying.AddWritten("a").Add(single);
        else
            SayPart(part, saying);
        amount = new Amount(part.End, Digits.Value(text[start..wholeEnd]) + ((double)part.Upper / part.Lower), IsSingular: false, HasSign: false, IsPlain: false);
        return true;
    }

    private static bool TryMeasure(ReadOnlySpan<char> text, int at, out Part part)
    {
        part = default;
        if (IsCharacterAt(text, at))
        {
            var (upper, lower) = Values[Characters.IndexOf(text[at])];
            part = new Part(at + 1, upper, lower);
            return true;
        }

        var over = at + Digits.Count(text, at);
        if (over == at || over - at > MostDigits || over + 1 >= text.Length || text[over] is not ('/' or '⁄') || (at > 0 && text[at - 1] == '/'))
            return false;
        var length = Digits.Count(text, over + 1);
        var end = over + 1 + length;
        if (length is 0 or > MostDigits || text[over + 1] == '0' || (end < text.Length && text[end] == '/' && Words.IsDigitAt(text, end + 1)))
            return false;
        part = new Part(end, Digits.Value(text[at..over]), Digits.Value(text.Slice(over + 1, length)));
        return true;
    }

    private static void SayPart(Part part, Saying saying)
    {
        var isScore = part.Upper == part.Lower || (part.Upper > 1 && part.Lower is 10 or 100);
        saying.Cardinal(part.Upper.ToString());
        if (isScore)
            saying.Add("out of").Cardinal(part.Lower.ToString());
        else if (Denominator(part, saying) is { } parts)
            saying.Add(parts);
        else
            saying.Add("over").Cardinal(part.Lower.ToString());
    }

    private static string? Denominator(Part part, Saying saying)
    {
        var word = part.Lower switch
        {
            2 => "half",
            4 => "quarter",
            (> 2 and <= LargestOrdinal) or 32 or 64 => string.Join(' ', EnglishNumbers.Ordinal(part.Lower.ToString(), saying.IsBritish)),
            100 => "hundredth",
            1000 => "thousandth",
            _ => null,
        };
        if (part.Upper == 1 || word is null)
            return word;
        return word == "half" ? "halves" : word + "s";
    }

    private readonly record struct Part(int End, int Upper, int Lower);
}

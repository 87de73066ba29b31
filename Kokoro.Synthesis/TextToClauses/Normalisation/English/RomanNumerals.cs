namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Values of Roman numerals.</summary>
internal static class RomanNumerals
{
    /// <summary>MMMDCCCLXXXVIII.</summary>
    public const int Longest = 15;

    private static readonly (int Value, string Sign)[] Signs =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The value in digits; null when it is not the one way to write its value.</summary>
    public static string? Value(ReadOnlySpan<char> numeral)
    {
        if (numeral.Length is 0 or > Longest)
            return null;
        Span<char> upper = stackalloc char[numeral.Length];
        numeral.ToUpperInvariant(upper);
        ReadOnlySpan<char> rest = upper;
        var value = 0;
        foreach (var (worth, sign) in Signs)
        {
            var most = sign.Length == 2 || worth is 5 or 50 or 500 ? 1 : 3;
            for (var times = 0; times < most && rest.StartsWith(sign); times++)
            {
                value += worth;
                rest = rest[sign.Length..];
            }
        }

        return rest.IsEmpty && value > 0 ? value.ToString() : null;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Rows of ASCII digits.</summary>
internal static class Digits
{
    /// <summary>Hundreds of trillions. A longer row without group marks is a code, not a count.</summary>
    public const int LongestPlainCount = 15;

    /// <summary>What is still exact in an <see cref="int"/>.</summary>
    private const int LongestValue = 9;

    /// <summary>The digits without group marks.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> written)
    {
        if (!written.ContainsAnyExceptInRange('0', '9'))
            return written;
        var digits = new char[written.Length];
        var length = 0;
        foreach (var character in written)
        {
            if (char.IsAsciiDigit(character))
                digits[length++] = character;
        }

        return digits.AsSpan(0, length);
    }

    /// <summary>The value; <see cref="int.MaxValue"/> for anything longer than an int surely holds.</summary>
    public static int Value(ReadOnlySpan<char> written)
    {
        var digits = Of(written);
        return digits.Length is 0 or > LongestValue ? int.MaxValue : int.Parse(digits);
    }

    public static int Count(ReadOnlySpan<char> text, int at) => Numeral.CountDigits(text, at);
}

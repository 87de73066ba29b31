using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>The shape of a number in digits: a whole part, perhaps in groups, and perhaps a fraction.</summary>
/// <param name="Length">Characters of all of it.</param>
/// <param name="WholeLength">Characters of the whole part with its group marks.</param>
/// <param name="Digits">Digits of both parts.</param>
/// <param name="IsGrouped">Whether the whole part has group marks.</param>
internal readonly record struct Numeral(int Length, int WholeLength, int Digits, bool IsGrouped)
{
    private const int GroupLength = 3;

    public bool HasFraction => Length > WholeLength;

    /// <summary>Scans the number whose first digit is at <paramref name="at"/>.</summary>
    public static Numeral Scan(ReadOnlySpan<char> text, int at, NumberStyle style)
    {
        var end = at + CountDigits(text, at);
        var digits = end - at;
        var isGrouped = false;
        if (digits <= GroupLength)
        {
            while (end < text.Length && (text[end] == style.GroupMark || (text[end] == CleanText.DigitSpace && style.GroupsBySpace)) && IsGroup(text, end + 1, style))
            {
                var group = CountDigits(text, end + 1);
                digits += group;
                end += 1 + group;
                isGrouped = true;
            }
        }

        var wholeLength = end - at;
        if (end < text.Length && text[end] == style.DecimalMark && CountDigits(text, end + 1) is > 0 and var fraction)
        {
            digits += fraction;
            end += 1 + fraction;
        }

        return new Numeral(end - at, wholeLength, digits, isGrouped);
    }

    public static int CountDigits(ReadOnlySpan<char> text, int at)
    {
        var length = at < text.Length ? text[at..].IndexOfAnyExceptInRange('0', '9') : 0;
        return length < 0 ? text.Length - at : length;
    }

    /// <summary>Three digits and no more; or two, where pairs are written and the next group is there.</summary>
    private static bool IsGroup(ReadOnlySpan<char> text, int at, NumberStyle style) => CountDigits(text, at) switch
    {
        GroupLength => true,
        GroupLength - 1 => style.HasPairs && at + 2 < text.Length && text[at + 2] == style.GroupMark && CountDigits(text, at + 3) is 2 or GroupLength,
        _ => false,
    };
}

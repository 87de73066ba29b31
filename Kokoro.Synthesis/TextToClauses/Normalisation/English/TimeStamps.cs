namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>What only the times of ISO 8601 have: the T before, decimals of a second, and "Z" or "+02:00" after.</summary>
internal static class TimeStamps
{
    /// <summary>Digits of an hour and of minutes.</summary>
    private const int Two = 2;

    /// <summary>Whether a date with its T stands before.</summary>
    public static bool IsTime(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] == 'T' && Words.IsDigitAt(text, at - Two);

    /// <summary>Whether the sign of the time of Greenwich stands here.</summary>
    public static bool IsZulu(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == 'Z' && !Words.IsWordAt(text, at + 1);

    /// <summary>Says what follows hours, minutes and seconds.</summary>
    /// <returns>Where it ends.</returns>
    public static int SayEnd(ReadOnlySpan<char> text, int at, bool hasSeconds, Saying saying)
    {
        var end = at;
        if (hasSeconds && end < text.Length && text[end] == '.' && Digits.Count(text, end + 1) is > 0 and var digits)
        {
            var decimals = text.Slice(end + 1, digits);
            if (!decimals.Trim('0').IsEmpty)
                saying.Add("point").OneByOne(decimals);
            end += 1 + digits;
        }

        if (!IsZulu(text, end))
            return SayOffset(text, end, saying);
        saying.Add("U T C");
        return end + 1;
    }

    /// <summary>"+02:00", "-0330", "+02".</summary>
    private static int SayOffset(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (at >= text.Length || text[at] is not ('+' or '-' or '−'))
            return at;
        var hours = at + 1;
        var digits = Digits.Count(text, hours);
        var hasColon = digits == Two && hours + Two < text.Length && text[hours + Two] == ':' && Digits.Count(text, hours + Two + 1) == Two;
        var minutes = hasColon ? hours + Two + 1 : hours + Two;
        var end = hasColon ? minutes + Two : hours + digits;
        if (digits is not (Two or Two + Two) || Words.IsWordAt(text, end))
            return at;
        saying.Add("U T C").Add(text[at] == '+' ? "plus" : "minus").Cardinal(text.Slice(hours, Two));
        if (end > minutes)
            saying.TwoDigits(text[minutes..end]);
        return end;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>am, pm, a.m. and P.M. with their places.</summary>
internal static class Meridiem
{
    /// <summary>Measures the letters at <paramref name="at"/> with the full stop that is theirs.</summary>
    /// <param name="half">'a' or 'p'.</param>
    /// <returns>Where it ends; null when there is none.</returns>
    public static int? Measure(ReadOnlySpan<char> text, int at, out char half)
    {
        half = at < text.Length ? char.ToLowerInvariant(text[at]) : '\0';
        if (half is not ('a' or 'p'))
            return null;
        var isDotted = at + 1 < text.Length && text[at + 1] == '.';
        var second = isDotted ? at + 2 : at + 1;
        var end = second + 1;
        if (second >= text.Length || text[second] is not ('m' or 'M') || Words.IsWordAt(text, end))
            return null;
        if (!isDotted || end >= text.Length || text[end] != '.')
            return end;
        var isEnd = SentenceEnds.IsLast(text, end + 1) || SentenceEnds.IsBeforeCapital(text, end + 1);
        return isEnd ? end : end + 1;
    }

    public static void Say(char half, Saying saying) => saying.AddLetter(half).AddLetter('m');
}

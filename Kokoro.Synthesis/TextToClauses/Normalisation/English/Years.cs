namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Years from 1000 to 2999 as people say them.</summary>
internal static class Years
{
    public static List<string> Say(int year, bool saysAnd)
    {
        var (century, rest) = (year / 100, year % 100);
        if (year % 1000 < 10)
            return EnglishNumbers.Cardinal(year.ToString(), saysAnd);
        var words = Pair(century);
        if (rest == 0)
            words.Add("hundred");
        else if (rest < 10)
            words.AddRange(["oh", .. Pair(rest)]);
        else
            words.AddRange(Pair(rest));
        return words;
    }

    /// <summary>1990: "nineteen", "nineties".</summary>
    public static List<string> SayDecade(int year, bool saysAnd)
    {
        var words = Say(year, saysAnd);
        words[^1] = EnglishNumbers.Plural(words[^1]);
        return words;
    }

    private static List<string> Pair(int value) => EnglishNumbers.Cardinal(value.ToString(), saysAnd: false);
}

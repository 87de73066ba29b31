using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>English number words for digits.</summary>
internal static class EnglishNumbers
{
    private static readonly string[] BelowTwenty =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The short scale; the last is 10^63.</summary>
    private static readonly string[] Thousands =
    [
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion", "sextillion", "septillion", "octillion",
        "nonillion", "decillion", "undecillion", "duodecillion", "tredecillion", "quattuordecillion", "quindecillion",
        "sexdecillion", "septendecillion", "octodecillion", "novemdecillion", "vigintillion",
    ];

    private static readonly FrozenDictionary<string, string> IrregularOrdinals = new Dictionary<string, string>
    {
        ["one"] = "first", ["two"] = "second", ["three"] = "third", ["five"] = "fifth", ["eight"] = "eighth", ["nine"] = "ninth", ["twelve"] = "twelfth",
    }.ToFrozenDictionary();

    /// <summary>The number as a count.</summary>
    /// <param name="digits">1 to 64 ASCII digits; leading zeros do not count.</param>
    /// <param name="saysAnd">British "one hundred and one".</param>
    public static List<string> Cardinal(ReadOnlySpan<char> digits, bool saysAnd)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits.Length, LengthLimits.MostDigits);
        var words = new List<string>();
        var rest = digits.TrimStart('0');
        while (!rest.IsEmpty)
        {
            var power = (rest.Length - 1) / 3;
            var group = rest[..(rest.Length - 3 * power)];
            AppendGroup(int.Parse(group), saysAnd, power == 0, words);
            if (power > 0)
                words.Add(Thousands[power]);
            rest = rest[group.Length..].TrimStart('0');
        }

        if (words.Count == 0)
            words.Add(BelowTwenty[0]);
        return words;
    }

    /// <summary>The place in an order: "twenty", "first".</summary>
    public static List<string> Ordinal(ReadOnlySpan<char> digits, bool saysAnd)
    {
        var words = Cardinal(digits, saysAnd);
        var last = words[^1];
        words[^1] = IrregularOrdinals.GetValueOrDefault(last) ?? (last.EndsWith('y') ? last[..^1] + "ieth" : last + "th");
        return words;
    }

    /// <summary>"sixes", "forties", "hundreds".</summary>
    public static string Plural(string word) =>
        word.EndsWith('y') ? word[..^1] + "ies" : word.EndsWith('x') ? word + "es" : word + "s";

    /// <summary>One word for each digit.</summary>
    public static List<string> DigitByDigit(ReadOnlySpan<char> digits)
    {
        var words = new List<string>(digits.Length);
        foreach (var digit in digits)
            words.Add(BelowTwenty[digit - '0']);
        return words;
    }

    /// <summary>"And" comes before what is below a hundred: after hundreds in every group, in the last group also after thousands.</summary>
    private static void AppendGroup(int group, bool saysAnd, bool isLast, List<string> words)
    {
        if (group >= 100)
        {
            words.Add(BelowTwenty[group / 100]);
            words.Add("hundred");
        }

        var rest = group % 100;
        if (rest == 0)
            return;
        if (saysAnd && (group >= 100 || (isLast && words.Count > 0)))
            words.Add("and");
        if (rest < 20)
        {
            words.Add(BelowTwenty[rest]);
            return;
        }

        words.Add(Tens[rest / 10]);
        if (rest % 10 > 0)
            words.Add(BelowTwenty[rest % 10]);
    }
}

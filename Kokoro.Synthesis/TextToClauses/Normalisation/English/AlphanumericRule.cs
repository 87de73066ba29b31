using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Letters with digits: "B2B", "mp3", "H2O", "4K", "FY2024", "utf8". Letters by their names, digits as numbers.</summary>
internal sealed class AlphanumericRule : IReadingRule
{
    /// <summary>Longer rows are keys or sums, which nobody reads.</summary>
    private const int Longest = 32;

    /// <summary>Longer letters are a word: "user1", "Windows11".</summary>
    private const int LongestSpelled = 3;

    private const int YearDigits = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");

    public string Name => "letters and digits";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiLetterOrDigit(paragraph[at]) || Words.IsWordAt(paragraph, at - 1))
            return null;
        var end = at;
        var digits = 0;
        while (end - at <= Longest && end < paragraph.Length && char.IsAsciiLetterOrDigit(paragraph[end]))
            digits += char.IsAsciiDigit(paragraph[end++]) ? 1 : 0;
        if (digits == 0 || digits == end - at || end - at > Longest || Words.IsWordAt(paragraph, end))
            return null;

        var saying = new Saying(language);
        for (var next = at; next < end;)
        {
            var run = char.IsAsciiDigit(paragraph[next]) ? Digits.Count(paragraph, next) : MeasureLetters(paragraph, next, end);
            Say(paragraph.Slice(next, run), saying);
            next += run;
        }

        var possessive = Possessive.Measure(paragraph, end);
        return (possessive > 0 ? saying.Suffix(Possessive.Ending) : saying).Over(end + possessive - at);
    }

    private static int MeasureLetters(ReadOnlySpan<char> text, int at, int end)
    {
        var next = at;
        while (next < end && !char.IsAsciiDigit(text[next]))
            next++;
        return next - at;
    }

    private static void Say(ReadOnlySpan<char> run, Saying saying)
    {
        if (!char.IsAsciiDigit(run[0]))
        {
            var isCapital = !run.ContainsAnyExceptInRange('A', 'Z');
            if (run.Length == 1 || !run.ContainsAny(Vowels) || (isCapital && run.Length <= LongestSpelled))
                saying.Spell(run);
            else
                saying.AddWritten(run.ToString());
            return;
        }

        if (run.Length == YearDigits && Digits.Value(run) is >= YearRule.First and <= YearRule.Last and var year)
            saying.Year(year);
        else
            saying.Whole(run);
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Two numbers with a hyphen or en dash between: "five to ten" where the second is greater.</summary>
internal static class Ranges
{
    /// <summary>Reads a range, or where there is none the number alone.</summary>
    public static Amount? ReadRangeOrOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        var begun = saying.Count;
        if (Amounts.Read(text, at, saying) is not { } first)
            return null;
        var one = saying.Count;
        if (AfterDash(text, first.End) is { } second && Around.IsFree(text, at)
            && Amounts.Read(text, second, saying.Add("to")) is { HasSign: false } last
            && last.Value > first.Value && !IsChained(text, last.End) && !IsEquation(text, last.End))
        {
            return last with { IsSingular = false, IsPlain = first.IsPlain && last.IsPlain };
        }

        saying.BackTo(one);
        return begun == one ? null : first;
    }

    /// <summary>Where the second number of a range would start: after a hyphen or en dash, with a space on both sides or none.</summary>
    public static int? AfterDash(ReadOnlySpan<char> text, int end)
    {
        var isSpaced = end < text.Length && text[end] == ' ';
        var dash = isSpaced ? end + 1 : end;
        if (dash + 1 >= text.Length || text[dash] is not ('-' or '–'))
            return null;
        var second = isSpaced ? dash + 2 : dash + 1;
        return isSpaced == (text[dash + 1] == ' ') && second < text.Length ? second : null;
    }

    /// <summary>1-2-3 are steps, a date or a number of some kind, not a range.</summary>
    public static bool IsChained(ReadOnlySpan<char> text, int end) =>
        end < text.Length && text[end] is ('-' or '–') && Words.IsDigitAt(text, end + 1);

    private static bool IsEquation(ReadOnlySpan<char> text, int end)
    {
        var next = Around.SkipBlanks(text, end);
        return next < text.Length && text[next] == '=';
    }
}

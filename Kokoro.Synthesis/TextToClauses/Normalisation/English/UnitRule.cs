namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"5 km", "-5°C", "25–30 min", "1/2 tsp", "a 10-km run".</summary>
internal sealed class UnitRule : QuantityRule
{
    public override string Name => "unit";

    protected override int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (Ranges.ReadRangeOrOne(text, at, saying) is not { } amount)
            return null;
        var gap = amount.End < text.Length && (Words.IsBlankAt(text, amount.End) || text[amount.End] == '-') ? 1 : 0;
        var isAdjective = gap == 1 && text[amount.End] == '-';
        if (Measure(text, amount.End + gap, gap == 0, amount.IsPlain, saying.Language, out var unit) is not { } end)
            return null;
        saying.Add(amount.IsSingular || isAdjective ? unit.Singular : unit.Plural);
        return WithStop(text, end);
    }

    /// <summary>Whether the number that ends here has a unit, after a space or hyphen.</summary>
    public static bool IsBeforeUnit(ReadOnlySpan<char> text, int end, Language language) =>
        end < text.Length && (Words.IsBlankAt(text, end) || text[end] == '-') && Measure(text, end + 1, isTouching: false, isPlain: false, language, out _) is not null;

    /// <summary>The longest sign that stands here with nothing after it that it could be part of.</summary>
    private static int? Measure(ReadOnlySpan<char> text, int at, bool isTouching, bool isPlain, Language language, out Unit unit)
    {
        for (var length = Math.Min(Units.Longest, text.Length - at); length > 0; length--)
        {
            var end = at + length;
            // "5s" is a plural, "5 W's" no power and "5 m-" no length.
            if (Words.IsWordAt(text, end) || (end < text.Length && text[end] is ('\'' or '²' or '³' or '&')) || (isTouching && isPlain && text[at..end] is "s"))
                continue;
            if (Units.Find(text[at..end], isTouching, language) is not { } found)
                continue;
            unit = found;
            return end;
        }

        unit = null!;
        return null;
    }

    /// <summary>"8 oz. of": the full stop of an abbreviation when the sentence goes on.</summary>
    private static int WithStop(ReadOnlySpan<char> text, int end)
    {
        var next = end + 1;
        return end < text.Length && text[end] == '.' && Words.IsLetterAt(text, end - 1) && Words.IsBlankAt(text, next)
            && Words.IsLetterAt(text, next + 1) && char.IsLower(text[next + 1]) ? next : end;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The slash of "$5/month" and "3 km/day".</summary>
internal sealed class PerRule : IReadingRule
{
    private static readonly WordSet Wholes = new(
        "second sec s minute min hour hr h day night week wk month mo quarter year yr person head user seat item unit piece page game share mile gallon liter kg lb oz");

    public string Name => "per";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] != '/' || !Wholes.Contains(Around.LettersAt(paragraph, at + 1)))
            return null;
        if (Words.IsDigitAt(paragraph, at - 1))
            return Reading.Of(1, "per");
        // The unit before the slash, and the number before the unit.
        var start = at;
        while (start > 0 && at - start <= Units.Longest && Words.IsLetterAt(paragraph, start - 1))
            start--;
        var number = start > 0 && paragraph[start - 1] == ' ' ? start - 1 : start;
        return start < at && Words.IsDigitAt(paragraph, number - 1) ? Reading.Of(1, "per") : null;
    }
}

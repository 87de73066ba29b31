namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A number with what it counts; two of one kind with a dash between are a range.</summary>
internal abstract class QuantityRule : IReadingRule
{
    public abstract string Name { get; }

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!MayStart(paragraph[at]))
            return null;
        var saying = new Saying(language);
        if (ReadOne(paragraph, at, saying) is not { } end)
            return null;
        var one = saying.Count;
        if (Ranges.AfterDash(paragraph, end) is { } second && ReadOne(paragraph, second, saying.Add("to")) is { } last && !Ranges.IsChained(paragraph, last))
            return saying.Over(last - at);
        saying.BackTo(one);
        return saying.Over(end - at);
    }

    /// <summary>Whether it can start with this character, so that most places are passed over at once.</summary>
    protected virtual bool MayStart(char first) => NumberStarts.Contains(first);

    /// <returns>Where it ends; null when there is none, and then nothing that was said counts.</returns>
    protected abstract int? ReadOne(ReadOnlySpan<char> text, int at, Saying saying);
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"a.m." and "p.m." without a time: "in the a.m.".</summary>
internal sealed class MeridiemRule : IReadingRule
{
    public string Name => "time";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (at + 1 >= paragraph.Length || paragraph[at + 1] != '.' || Words.IsWordAt(paragraph, at - 1) || Meridiem.Measure(paragraph, at, out var half) is not { } end)
            return null;
        var saying = new Saying(language);
        Meridiem.Say(half, saying);
        return saying.Over(end - at);
    }
}

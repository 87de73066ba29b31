namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The line that opens a block of code, with the name of its language: "```python".</summary>
internal sealed class FenceRule : IReadingRule
{
    private const int LongestLine = 64;

    public string Name => "markup";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!paragraph[at..].StartsWith("```") || (at > 0 && paragraph[at - 1] != '\n'))
            return null;
        var line = paragraph.Slice(at, Math.Min(LongestLine, paragraph.Length - at));
        var end = line.IndexOf('\n');
        return Reading.LeftOut((end < 0 ? line : line[..end]).TrimEnd(' ').Length);
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Finds out whether a place stands between backticks.</summary>
internal static class CodeSpans
{
    /// <summary>Code inside of a sentence is shorter, and a backtick further away is not looked for.</summary>
    private const int Reach = 200;

    public static bool Holds(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - Reach)..at];
        if (!before.Contains('`'))
            return false;
        var line = before.LastIndexOf('\n');
        return before[(line + 1)..].Count('`') % 2 == 1 && text[at..Math.Min(text.Length, at + Reach)].Contains('`');
    }
}

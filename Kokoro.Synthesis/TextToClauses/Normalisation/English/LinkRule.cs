namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A markdown link "[text](target)": the brackets of the text are silent and the target is left out.</summary>
internal sealed class LinkRule : IReadingRule
{
    private const int LongestText = 200;
    private const int LongestTarget = 2000;

    public string Name => "markup";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language) => paragraph[at] switch
    {
        '!' when at + 1 < paragraph.Length && paragraph[at + 1] == '[' && MeasureText(paragraph, at + 1) > 0 => Reading.LeftOut(1),
        '[' when MeasureText(paragraph, at) > 0 => Reading.LeftOut(1),
        ']' when MeasureTarget(paragraph, at + 1) > 0 => Reading.LeftOut(1),
        '(' when at > 0 && paragraph[at - 1] == ']' && MeasureTarget(paragraph, at) is > 0 and var length => Reading.LeftOut(length),
        _ => null,
    };

    /// <returns>The length of "[text]" where a target follows, otherwise 0.</returns>
    private static int MeasureText(ReadOnlySpan<char> text, int at)
    {
        var rest = text[(at + 1)..Math.Min(text.Length, at + LongestText)];
        var close = rest.IndexOfAny('[', ']');
        return close > 0 && rest[close] == ']' && MeasureTarget(text, at + 1 + close + 1) > 0 ? close + 2 : 0;
    }

    /// <returns>The length of "(target)" or "(target "title")", otherwise 0.</returns>
    private static int MeasureTarget(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '(')
            return 0;
        var rest = text[(at + 1)..Math.Min(text.Length, at + LongestTarget)];
        var close = rest.IndexOfAny("()\n");
        if (close <= 0 || rest[close] != ')')
            return 0;
        var space = rest[..close].IndexOf(' ');
        return space < 0 || rest[space + 1] is '“' or '"' ? close + 2 : 0;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Tags are left out; entities are read.</summary>
internal sealed class HtmlRule : IReadingRule
{
    private const int LongestTag = 300;
    private const int LongestEntity = 8;

    private static readonly WordTable<string> Entities = new(new Dictionary<string, string>
    {
        ["&amp;"] = "and",
        ["&lt;"] = "less than",
        ["&gt;"] = "greater than",
        ["&copy;"] = "copyright",
        ["&nbsp;"] = "",
        ["&quot;"] = "",
        ["&mdash;"] = "",
        ["&ndash;"] = "",
        ["&hellip;"] = "",
        ["&apos;"] = "",
    });

    public string Name => "markup";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language) => paragraph[at] switch
    {
        '<' when MeasureTag(paragraph, at) is > 0 and var length && !CodeSpans.Holds(paragraph, at) => Reading.LeftOut(length),
        '&' => ReadEntity(paragraph, at),
        _ => null,
    };

    private static int MeasureTag(ReadOnlySpan<char> text, int at)
    {
        var start = at + 1 < text.Length && text[at + 1] == '/' ? at + 2 : at + 1;
        var name = start;
        while (name < text.Length && name - start < LongestEntity * 2 && char.IsAsciiLetterOrDigit(text[name]))
            name++;
        if (name == start || !char.IsAsciiLetter(text[start]) || name >= text.Length || text[name] is not (' ' or '/' or '>'))
            return 0;
        var rest = text[name..Math.Min(text.Length, at + LongestTag)];
        var close = rest.IndexOfAny('<', '>');
        // "a <b and c> d" has no attribute: a tag with a space holds an equals sign or a slash at its end.
        var isTag = close >= 0 && rest[close] == '>' && (rest[..close].Trim(' ') is "" or "/" || rest[..close].Contains('='));
        return isTag ? name + close + 1 - at : 0;
    }

    private static Reading? ReadEntity(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + LongestEntity)];
        var end = rest.IndexOf(';');
        if (end < 0 || Entities.Find(rest[..(end + 1)]) is not { } word)
            return null;
        return word.Length == 0 ? Reading.LeftOut(end + 1) : Reading.Of(end + 1, word);
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Abbreviations without a full stop: "w/", "w/o", "etc", "WWII".</summary>
internal sealed class ShortWordRule : IReadingRule
{
    private static readonly WordTable<string> Table = new(new Dictionary<string, string>
    {
        ["etc"] = "et cetera",
        ["vs"] = "versus",
        ["Ctrl"] = "control",
        ["WWI"] = "world war one",
        ["WWII"] = "world war two",
    });

    public string Name => "abbreviation";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not ('w' or 'e' or 'v' or 'b' or 'W' or 'C') || Words.IsWordAt(paragraph, at - 1))
            return null;
        if (paragraph[at] == 'w' && at + 1 < paragraph.Length && paragraph[at + 1] == '/')
        {
            if (paragraph[at..].StartsWith("w/o") && !Words.IsWordAt(paragraph, at + 3))
                return Reading.Of(3, "without");
            return Words.IsBlankAt(paragraph, at + 2) || Words.IsWordAt(paragraph, at + 2) ? Reading.Of(2, "with") : null;
        }

        if (paragraph[at..].StartsWith("b/c") && !Words.IsWordAt(paragraph, at + 3))
            return Reading.Of(3, "because");
        var written = Around.LettersAt(paragraph, at);
        return !Words.IsWordAt(paragraph, at + written.Length) && Table.Find(written) is { } words ? Reading.Of(written.Length, words) : null;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Numbers with a slash that everybody says in one way: 24/7, 50/50, 9/11.</summary>
internal sealed class FixedNumberRule : IReadingRule
{
    private const int Longest = 5;

    private static readonly WordTable<string> Table = new(new Dictionary<string, string>
    {
        ["24/7"] = "twenty four seven",
        ["50/50"] = "fifty fifty",
        ["9/11"] = "nine eleven",
    });

    public string Name => "number";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) || !Around.IsFree(paragraph, at))
            return null;
        var end = at;
        while (end < paragraph.Length && end - at <= Longest && (char.IsAsciiDigit(paragraph[end]) || paragraph[end] == '/'))
            end++;
        return Table.Find(paragraph[at..end]) is { } words && !Words.IsWordAt(paragraph, end) ? Reading.Of(end - at, words) : null;
    }
}

using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"[12]", "[1, 2]", "[3–5]", "[^1]", "[citation needed]" and raised figures of footnotes are left out.</summary>
internal sealed class CitationRule : IReadingRule
{
    private const int Longest = 32;

    private static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789 ,;-–");

    private static readonly WordTable<string> Notes = new(
        new[] { "citation needed", "clarification needed", "note", "better source needed" }.Select(note => KeyValuePair.Create(note, note)));

    public string Name => "citation";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is '¹' or '²' or '³')
            return IsPower(paragraph, at) ? null : Reading.LeftOut(1);
        if (paragraph[at] != '[' || CodeSpans.Holds(paragraph, at))
            return null;
        var rest = paragraph[(at + 1)..Math.Min(paragraph.Length, at + Longest)];
        var close = rest.IndexOf(']');
        if (close <= 0)
            return null;
        var inside = rest[..close];
        return inside[0] == '^' || IsNumbers(inside) || Notes.Find(inside) is not null ? Reading.LeftOut(close + 2) : null;
    }

    private static bool IsNumbers(ReadOnlySpan<char> inside) => char.IsAsciiDigit(inside[0]) && !inside.ContainsAnyExcept(Numbers);

    /// <summary>"x²" is a power: one letter before. After a longer word or a mark a raised figure is a footnote.</summary>
    private static bool IsPower(ReadOnlySpan<char> text, int at) =>
        text[at] != '¹' && Words.IsLetterAt(text, at - 1) && !Words.IsWordAt(text, at - 2);
}

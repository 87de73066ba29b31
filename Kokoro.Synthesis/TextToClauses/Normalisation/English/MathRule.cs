using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"2 × 3", "x = 5", "10 - 5 = 5", "if x &lt; 5": signs between two terms. Elsewhere they lay text out and are silent.</summary>
internal sealed class MathRule : IReadingRule
{
    /// <summary>How far an equals sign may stand from the hyphen that it makes a minus.</summary>
    private const int Reach = 24;

    private static readonly SearchValues<char> Signs = SearchValues.Create("=!+<>≤≥≠≈×*÷−-");

    public string Name => "sign";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!Signs.Contains(paragraph[at]))
            return null;
        var end = at;
        while (end < paragraph.Length && end - at <= MathSigns.Longest && Signs.Contains(paragraph[end]))
            end++;
        if (MathSigns.Find(paragraph[at..end]) is not { } words || !IsBetweenTerms(paragraph, at, end))
            return null;
        return IsMeant(paragraph, at, end) ? Reading.Of(end - at, words) : null;
    }

    private static bool IsMeant(ReadOnlySpan<char> text, int at, int end) => text[at] switch
    {
        '-' => Words.IsBlankAt(text, at - 1) && Words.IsBlankAt(text, end) && Words.IsDigitAt(text, at - 2) && IsInEquation(text, at),
        // "**" and "*" at a word mark it.
        '*' => Words.IsDigitAt(text, BeforeBlank(text, at)) && Words.IsDigitAt(text, Around.SkipBlanks(text, end)),
        '+' or '<' or '>' => (Words.IsBlankAt(text, at - 1) && (Words.IsBlankAt(text, end) || Words.IsDigitAt(text, end))) || Around.IsBetweenDigits(text, at)
            || (text[at] == '+' && Words.IsLetterAt(text, at - 1) && Words.IsLetterAt(text, end)),
        _ => true,
    };

    private static bool IsBetweenTerms(ReadOnlySpan<char> text, int at, int end)
    {
        var next = Around.SkipBlanks(text, end);
        var before = BeforeBlank(text, at);
        return before >= 0 && (Words.IsWordAt(text, before) || text[before] is ')' or ']' or '%' or '²' or '³' or '”')
            && next < text.Length && (Words.IsWordAt(text, next) || text[next] is '(' or '-' or '−' or '$' or '£' or '€' or '.' or '“' or '√');
    }

    private static int BeforeBlank(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] == ' ' ? at - 2 : at - 1;

    private static bool IsInEquation(ReadOnlySpan<char> text, int at) => text[Math.Max(0, at - Reach)..Math.Min(text.Length, at + Reach)].Contains('=');
}

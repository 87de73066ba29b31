using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>
/// A word in small letters before a blank or comma: most of any text, and nothing that another rule reads, so it is asked first.
/// "etc" and what could be a Roman numeral ("page xii") are left to their rules.
/// </summary>
internal sealed class PlainWordRule : IReadingRule
{
    private const int Longest = 32;

    private static readonly SearchValues<char> Numerals = SearchValues.Create("ivxlcdm");

    private static readonly WordSet Abbreviated = new("etc vs", ignoresCase: false);

    public string Name => SpokenWord.AsWritten;

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiLetterLower(paragraph[at]) || Words.IsWordAt(paragraph, at - 1))
            return null;
        var window = paragraph.Slice(at, Math.Min(Longest, paragraph.Length - at));
        var length = window.IndexOfAnyExceptInRange('a', 'z');
        if (length < 0 || window[length] is not (' ' or ',' or '\n'))
            return null;
        var word = window[..length];
        return word.ContainsAnyExcept(Numerals) && !Abbreviated.Contains(word) ? Reading.AsWritten(word) : null;
    }
}

using Kokoro.Synthesis.TextToClauses.Normalisation;

namespace Kokoro.Synthesis.TextToClauses.Cutting;

/// <summary>
/// Reads punctuation as marks that the model knows. It is asked only where no rule has read anything, so a full stop or comma that
/// arrives here stands in no number, abbreviation or address.
/// </summary>
internal static class MarkReader
{
    /// <param name="symbol">One of <see cref="Mark.All"/>.</param>
    /// <param name="length">Cleaned characters that it takes; at least 1.</param>
    /// <returns>Whether a mark stands here; otherwise the character is silent.</returns>
    public static bool TryRead(ReadOnlySpan<char> paragraph, int at, out char symbol, out int length)
    {
        length = 1;
        symbol = paragraph[at] switch
        {
            '.' or '…' => Dots(paragraph, at, out length),
            '-' or '–' or '—' => Dash(paragraph, at, out length),
            ':' => IsColonEnd(paragraph, at) ? ':' : '\0',
            // "!important" is code.
            '!' => Words.IsBlankAt(paragraph, at - 1) && Words.IsWordAt(paragraph, at + 1) ? '\0' : '!',
            ',' or ';' or '?' or '“' or '”' => paragraph[at],
            '(' or '[' => '(',
            ')' or ']' => ')',
            _ => '\0',
        };
        return symbol != '\0';
    }

    /// <summary>Two dots or more are an ellipsis; with a space between each, three or more are.</summary>
    private static char Dots(ReadOnlySpan<char> paragraph, int at, out int length)
    {
        var touching = paragraph[at..].IndexOfAnyExcept('.', '…');
        length = touching < 0 ? paragraph.Length - at : touching;
        if (length > 1 || paragraph[at] == '…')
            return '…';

        var end = at + 1;
        var dots = 1;
        while (end + 1 < paragraph.Length && paragraph[end] == ' ' && paragraph[end + 1] == '.')
        {
            end += 2;
            dots++;
        }

        if (dots < 3)
            return '.';
        length = end - at;
        return '…';
    }

    /// <summary>Two hyphens are a dash; so is one between spaces. A dash between digits is a range, a hyphen at a word belongs to it.</summary>
    private static char Dash(ReadOnlySpan<char> paragraph, int at, out int length)
    {
        var dashes = paragraph[at..].IndexOfAnyExcept('-', '–', '—');
        length = dashes < 0 ? paragraph.Length - at : dashes;
        var end = at + length;
        if (length == 1 && paragraph[at] == '-')
            return Words.IsBlankAt(paragraph, at - 1) && Words.IsBlankAt(paragraph, end) ? '—' : '\0';
        return length == 1 && paragraph[at] == '–' && Words.IsDigitAt(paragraph, at - 1) && Words.IsDigitAt(paragraph, end) ? '\0' : '—';
    }

    /// <summary>Not in 3:30, in code (std::string) or in paths (C:\).</summary>
    private static bool IsColonEnd(ReadOnlySpan<char> paragraph, int at) =>
        !Words.IsWordAt(paragraph, at + 1)
        && (at + 1 >= paragraph.Length || paragraph[at + 1] is not (':' or '\\' or '/'))
        && (at == 0 || paragraph[at - 1] != ':');
}

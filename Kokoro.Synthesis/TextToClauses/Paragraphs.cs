using System.Buffers;
using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// Finds the paragraphs of cleaned text. A blank line ends one, and so does a ruled line; a markdown heading is one by
/// itself; a list item starts one, and a number before it is read. Any other line break is only white space.
/// </summary>
internal static class Paragraphs
{
    private const int DeepestHeading = 6;

    /// <summary>The shortest row of marks that is a rule across the page ("---", "***", "===").</summary>
    private const int ShortestRule = 3;

    /// <summary>A longer number at the start of a line is a year that ends a sentence, not the number of an item.</summary>
    private const int MostItemDigits = 3;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_~`");

    /// <summary>Paragraphs that together cover all of the cleaned text.</summary>
    public static IEnumerable<Paragraph> Of(CleanText clean)
    {
        var start = 0;
        var isAfterBreak = false;
        for (var line = 0; line < clean.Chars.Length;)
        {
            var length = clean.Chars[line..].IndexOf('\n');
            var end = length < 0 ? clean.Chars.Length : line + length + 1;
            var shape = ShapeOf(clean.Chars[line..end].Trim(" \n"));
            if (line > start && (isAfterBreak || shape is LineShape.Heading or LineShape.Item or LineShape.Numbered))
            {
                yield return At(clean, start, line);
                start = line;
            }

            isAfterBreak = shape is LineShape.Break or LineShape.Heading;
            line = end;
        }

        if (start < clean.Chars.Length)
            yield return At(clean, start, clean.Chars.Length);
    }

    private static Paragraph At(CleanText clean, int start, int end)
    {
        var text = clean.Chars[start..end];
        var indent = Math.Max(0, text.IndexOfAnyExcept(' ', '\n'));
        var line = text[indent..];
        var lineEnd = line.IndexOf('\n');
        var marker = ShapeOf((lineEnd < 0 ? line : line[..lineEnd]).Trim(' ')) is LineShape.Heading or LineShape.Item ? line.IndexOf(' ') : 0;
        return new Paragraph(start + indent, start + indent + marker, end);
    }

    private static LineShape ShapeOf(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || (line.Length >= ShortestRule && !line.ContainsAnyExcept(RuleMarks)))
            return LineShape.Break;
        if (line is ['-' or '*' or '+' or '•', ' ', ..])
            return LineShape.Item;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and <= MostItemDigits && line[digits..] is ['.' or ')', ' ', ..])
            return LineShape.Numbered;
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= DeepestHeading && line[level] == ' ' ? LineShape.Heading : LineShape.Text;
    }

    private enum LineShape
    {
        Text,
        Break,
        Heading,
        Item,

        /// <summary>An item whose number is read.</summary>
        Numbered,
    }
}

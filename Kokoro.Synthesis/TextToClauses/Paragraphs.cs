using System.Buffers;
using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// Finds the paragraphs of cleaned text. A blank line ends one; a ruled line and a markdown heading are each one by
/// themselves; a list item starts one, and a number before it is read. Any other line break is only white space.
/// </summary>
internal static class Paragraphs
{
    /// <summary>
    /// Characters of the longest line that is taken for a title when it stands alone without a mark at its end: about ten words, which
    /// style guides give as the most for a heading.
    /// </summary>
    private const int LongestTitle = 70;

    /// <summary>What may stand after the last word of a title, in the text or around it.</summary>
    private const string TitleClosers = " \"”’')]*_";

    private static readonly SearchValues<char> EndMarks = SearchValues.Create(Mark.ClauseEnds);

    /// <summary>Paragraphs that together cover all of the cleaned text.</summary>
    public static IEnumerable<Paragraph> Of(CleanText clean)
    {
        var block = default(Block);
        for (var line = 0; line < clean.Chars.Length;)
        {
            var length = clean.Chars[line..].IndexOf('\n');
            var end = length < 0 ? clean.Chars.Length : line + length + 1;
            var text = clean.Chars[line..end].Trim(" \n");
            var shape = LineShapes.Of(text);
            if (shape == LineShape.Numbered && block is { IsOpen: true, IsItem: false } && !LineShapes.IsFirst(text))
                shape = LineShape.Text;
            if (line > block.Start && block.EndsBefore(shape))
            {
                yield return At(clean, block, line, shape);
                block = new Block { Start = line };
            }

            block = block.With(shape);
            line = end;
        }

        if (block.Start < clean.Chars.Length)
            yield return At(clean, block, clean.Chars.Length, next: null);
    }

    /// <param name="next">The shape of the line after the paragraph; null at the end of the text.</param>
    private static Paragraph At(CleanText clean, Block block, int end, LineShape? next)
    {
        var text = clean.Chars[block.Start..end];
        var indent = Math.Max(0, text.IndexOfAnyExcept(' ', '\n'));
        var start = block.Start + indent;
        var marker = block.First is LineShape.Heading or LineShape.Bullet ? text[indent..].IndexOf(' ') : 0;
        return new Paragraph(start, start + marker, end, BreakAfter(block, text, next));
    }

    private static ClauseEnd BreakAfter(Block block, ReadOnlySpan<char> text, LineShape? next)
    {
        if (next is null)
            return ClauseEnd.Paragraph;
        var isAlone = block is { First: LineShape.Text, Lines: 1 } && (!block.IsOpen || next == LineShape.Rule);
        if (block.First == LineShape.Heading || (isAlone && IsTitle(text)))
            return ClauseEnd.Heading;
        return next is LineShape.Bullet or LineShape.Numbered && (block.IsItem || block.IsOpen) ? ClauseEnd.ListItem : ClauseEnd.Paragraph;
    }

    private static bool IsTitle(ReadOnlySpan<char> text)
    {
        var line = text.Trim(" \n").TrimEnd(TitleClosers);
        return line.Length is > 0 and <= LongestTitle && !EndMarks.Contains(line[^1]);
    }

    /// <summary>The lines of a paragraph so far; blank ones before and after it count to it.</summary>
    private readonly record struct Block
    {
        public int Start { get; init; }

        /// <summary>The shape of its first line that is not blank.</summary>
        public LineShape First { get; init; }

        /// <summary>How many lines are not blank.</summary>
        public int Lines { get; init; }

        /// <summary>Whether its last line is one that may go on in the next.</summary>
        public bool IsOpen { get; init; }

        public bool IsItem => First is LineShape.Bullet or LineShape.Numbered;

        public bool EndsBefore(LineShape next) => next switch
        {
            LineShape.Blank => false,
            LineShape.Text => !IsOpen,
            _ => true,
        };

        public Block With(LineShape line) => line == LineShape.Blank
            ? this with { IsOpen = false }
            : this with
            {
                First = Lines == 0 ? line : First,
                Lines = Lines + 1,
                IsOpen = line is not (LineShape.Heading or LineShape.Rule),
            };
    }
}

using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>Tells lines apart by their first characters.</summary>
internal static class LineShapes
{
    private const int DeepestHeading = 6;

    /// <summary>The shortest row of marks that is a rule across the page ("---", "***", "===").</summary>
    private const int ShortestRule = 3;

    /// <summary>Digits of the longest list number; a longer one at the start of a line is a year ("1984. Then ...").</summary>
    private const int LongestListNumber = 3;

    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_~`");

    /// <param name="line">Without white space around it.</param>
    public static LineShape Of(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return LineShape.Blank;
        if (line.Length >= ShortestRule && !line.ContainsAnyExcept(RuleMarks))
            return LineShape.Rule;
        if (line is ['-' or '*' or '+' or '•', ' ', ..])
            return LineShape.Bullet;
        if (IsNumbered(line, out _))
            return LineShape.Numbered;
        var level = line.IndexOfAnyExcept('#');
        return level is >= 1 and <= DeepestHeading && line[level] == ' ' ? LineShape.Heading : LineShape.Text;
    }

    /// <summary>Whether the line has the first number of a list, so that it may start one in the middle of a paragraph.</summary>
    public static bool IsFirst(ReadOnlySpan<char> line) => IsNumbered(line, out var digits) && line[..digits] is "1";

    private static bool IsNumbered(ReadOnlySpan<char> line, out int digits)
    {
        digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is >= 1 and <= LongestListNumber && line[digits..] is ['.' or ')', ' ', ..];
    }
}

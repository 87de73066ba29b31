namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>All of Unicode's white space as ' ' or '\n'.</summary>
internal static class WhiteSpace
{
    /// <param name="white">' ', or '\n' for whatever ends a line.</param>
    /// <param name="end">After the white space; CR LF is one.</param>
    public static bool TryFold(string text, int at, out char white, out int end)
    {
        var character = text[at];
        end = at + 1;
        white = character is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' ? '\n' : ' ';
        if (character == '\r' && end < text.Length && text[end] == '\n')
            end++;
        return char.IsWhiteSpace(character);
    }

    /// <summary>Whether a space that does not break the line, or a thin one, stands between two digits.</summary>
    public static bool IsDigitSpace(string text, int at) =>
        text[at] is '\u00A0' or '\u2009' or '\u202F'
        && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
}

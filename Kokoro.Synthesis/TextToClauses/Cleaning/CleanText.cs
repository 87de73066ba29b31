namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>
/// The text after cleaning, with the way back to the text as received. It holds letters and digits of the language, ASCII
/// apostrophes and quotes, punctuation and symbols of one UTF-16 unit each, ' ' and '\n' (between digits <see cref="DigitSpace"/>) as the only white space, and gaps.
/// </summary>
/// <param name="chars">The cleaned characters; never surrogates, controls or anything invisible.</param>
/// <param name="starts">[chars.Length] where each character starts in the text as received.</param>
/// <param name="ends">[chars.Length] where it ends there; longer than one unit for composed letters and CRLF.</param>
/// <param name="names">The words for the pictures that are to be named, by their places among <paramref name="chars"/>.</param>
internal sealed class CleanText(char[] chars, int[] starts, int[] ends, IReadOnlyDictionary<int, string> names)
{
    /// <summary>
    /// Stands where something was left out, so that the words on both sides stay apart; and where a picture is to be named, so that
    /// what is around it reads the same either way.
    /// </summary>
    public const char Gap = '\uFFFC';

    /// <summary>A no-break, thin or narrow space between two digits, where it may stand between groups of a number; elsewhere it is ' '.</summary>
    public const char DigitSpace = '\u00A0';

    public ReadOnlySpan<char> Chars => chars;

    /// <summary>The range in the text as received of the cleaned characters <paramref name="from"/> to before <paramref name="to"/>; not empty.</summary>
    public TextRange Source(int from, int to) => new(starts[from], ends[to - 1]);

    /// <summary>The words, separated by one space, for the picture whose gap is here; null when it was left out.</summary>
    public string? PictureName(int at) => names.GetValueOrDefault(at);

    /// <summary>The same places with other characters.</summary>
    public CleanText With(char[] replacement)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(replacement.Length, chars.Length);
        return new CleanText(replacement, starts, ends, names);
    }
}

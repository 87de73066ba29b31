namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// Numbers in digits: 1,234 and 3.14 and -5 and 1.2.3. Only their marks become words, and espeak-ng reads the digits. A plain number with letters (4K, mp3, 1980s) is a word.
/// </summary>
internal sealed class NumberRule : IReadingRule
{
    public string Name => "number";

    private static string DigitsOf(ReadOnlySpan<char> written) => written.ToString().Replace(",", "").Replace(".", "");

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) && paragraph[at] is not ('-' or '−' or '.' or ','))
            return null;
        var style = NumberStyle.Of(language);
        var words = new List<string>();
        var end = at;
        if (paragraph[at] is '-' or '−' && !Words.IsWordAt(paragraph, at - 1))
        {
            words.Add(style.Minus);
            end++;
        }

        // ".5" is a number; ".5" after a word or another mark is an end and a number.
        if (end < paragraph.Length && paragraph[end] == style.DecimalMark && Words.IsDigitAt(paragraph, end + 1) && Words.IsBlankAt(paragraph, at - 1))
        {
            end += ReadFraction(paragraph, end, style, words);
            return new Reading(end - at, [.. words.Select(word => new SaidWord(word))]);
        }

        if (!Words.IsDigitAt(paragraph, end))
            return null;
        var numeral = Numeral.Scan(paragraph, end, style);
        var whole = paragraph.Slice(end, numeral.WholeLength);
        var isPlain = !numeral.IsGrouped && !numeral.HasFraction;
        if (isPlain && words.Count == 0 && IsPartOfWord(paragraph, end + numeral.Length))
            return null;

        words.Add(DigitsOf(whole));
        end += numeral.WholeLength;
        if (IsVersion(paragraph, end, style))
        {
            while (end < paragraph.Length && paragraph[end] == '.' && Numeral.CountDigits(paragraph, end + 1) is > 0 and var length)
            {
                words.Add(AddressWords.Of(language).Point);
                words.Add(paragraph.Slice(end + 1, length).ToString());
                end += 1 + length;
            }
        }
        else if (numeral.HasFraction)
        {
            end += ReadFraction(paragraph, end, style, words);
        }

        return new Reading(end - at, [.. words.Select(word => new SaidWord(word))]);
    }

    /// <summary>Letters that follow at once, or a hyphen and letters (3-year-old).</summary>
    private static bool IsPartOfWord(ReadOnlySpan<char> paragraph, int end) =>
        Words.IsLetterAt(paragraph, end)
        || (end < paragraph.Length && paragraph[end] is '-' or '\'' && Words.IsLetterAt(paragraph, end + 1));

    /// <summary>
    /// Two points with digits after each: a version, an address or a date. Where the point is no decimal mark, one is enough, so that
    /// a number written the English way is not cut in two.
    /// </summary>
    private static bool IsVersion(ReadOnlySpan<char> paragraph, int end, NumberStyle style)
    {
        if (end >= paragraph.Length || paragraph[end] != '.')
            return false;
        var second = end + 1 + Numeral.CountDigits(paragraph, end + 1);
        if (second == end + 1)
            return false;
        return style.DecimalMark != '.' || (second < paragraph.Length && paragraph[second] == '.' && Words.IsDigitAt(paragraph, second + 1));
    }

    /// <returns>Characters of the mark and the digits.</returns>
    private static int ReadFraction(ReadOnlySpan<char> paragraph, int mark, NumberStyle style, List<string> words)
    {
        var digits = paragraph.Slice(mark + 1, Numeral.CountDigits(paragraph, mark + 1));
        words.Add(style.Point);
        // A zero before other digits would be dropped by a voice that reads the fraction as a count.
        var zeros = digits.Length - digits.TrimStart('0').Length;
        for (var i = 0; i < zeros; i++)
            words.Add("0");
        if (zeros < digits.Length)
            words.Add(digits[zeros..].ToString());
        return 1 + digits.Length;
    }
}

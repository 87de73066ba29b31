namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// Numbers in digits: 1,234 and 3.14 and -5 and 1.2.3. English ones become words; elsewhere only marks do, and espeak-ng reads the
/// digits. A plain number with letters (4K, mp3, 1980s) is a word.
/// </summary>
internal sealed class NumberRule : IReadingRule
{
    /// <summary>Hundreds of billions. A longer row of digits without group marks is a code, not a count.</summary>
    private const int LongestPlainCount = 12;

    public static bool SaysAnd(Language language) => language == Language.BritishEnglish;

    public static string DigitsOf(ReadOnlySpan<char> written) => string.Concat(written.ToString().Where(char.IsAsciiDigit));

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
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
            end += ReadFraction(paragraph, end, language, style, words);
            return new Reading(end - at, [.. words]);
        }

        if (!Words.IsDigitAt(paragraph, end))
            return null;
        var numeral = Numeral.Scan(paragraph, end, style);
        var whole = paragraph.Slice(end, numeral.WholeLength);
        var isPlain = !numeral.IsGrouped && !numeral.HasFraction;
        if (isPlain && words.Count == 0 && IsPartOfWord(paragraph, end + numeral.Length))
            return null;

        ReadWhole(whole, numeral.IsGrouped, language, words);
        end += numeral.WholeLength;
        if (IsVersion(paragraph, end, style))
        {
            while (end < paragraph.Length && paragraph[end] == '.' && Numeral.CountDigits(paragraph, end + 1) is > 0 and var length)
            {
                words.Add(AddressWords.Of(language).Point);
                ReadWhole(paragraph.Slice(end + 1, length), false, language, words);
                end += 1 + length;
            }
        }
        else if (numeral.HasFraction)
        {
            end += ReadFraction(paragraph, end, language, style, words);
        }

        return new Reading(end - at, [.. words]);
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

    private static void ReadWhole(ReadOnlySpan<char> written, bool isGrouped, Language language, List<string> words)
    {
        var digits = DigitsOf(written);
        if (!language.IsEnglish)
            words.Add(digits);
        else if (!isGrouped && (digits.Length > LongestPlainCount || (digits.Length > 1 && digits[0] == '0')))
            words.AddRange(EnglishNumbers.DigitByDigit(digits));
        else
            words.AddRange(EnglishNumbers.Cardinal(digits, SaysAnd(language)));
    }

    /// <returns>Characters of the mark and the digits.</returns>
    private static int ReadFraction(ReadOnlySpan<char> paragraph, int mark, Language language, NumberStyle style, List<string> words)
    {
        var digits = paragraph.Slice(mark + 1, Numeral.CountDigits(paragraph, mark + 1));
        words.Add(style.Point);
        if (language.IsEnglish)
        {
            words.AddRange(EnglishNumbers.DigitByDigit(digits));
            return 1 + digits.Length;
        }

        // A zero before other digits would be dropped by a voice that reads the fraction as a count.
        var zeros = digits.Length - digits.TrimStart('0').Length;
        for (var i = 0; i < zeros; i++)
            words.Add("0");
        if (zeros < digits.Length)
            words.Add(digits[zeros..].ToString());
        return 1 + digits.Length;
    }
}

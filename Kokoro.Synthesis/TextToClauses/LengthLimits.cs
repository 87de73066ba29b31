using Kokoro.Synthesis.TextToClauses.Cleaning;
using Kokoro.Synthesis.TextToClauses.Normalisation;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>Refuses what no listener can follow and no engine should be given, before any rule looks at it.</summary>
internal static class LengthLimits
{
    /// <summary>The largest named power of ten in English is 10^63, so 64 digits can still be read as a number.</summary>
    public const int MostDigits = 64;

    /// <summary>Five times the longest word of any dictionary; what is longer is data, not language.</summary>
    public const int LongestWord = 1000;

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.NumberTooLong"/> or <see cref="SpeechErrorCode.WordTooLong"/>, with the place.</exception>
    public static void Check(CleanText clean, Language language)
    {
        var style = NumberStyle.Of(language);
        var chars = clean.Chars;
        for (var at = 0; at < chars.Length;)
        {
            if (!Letters.IsWordCharacter(chars[at]))
            {
                at++;
                continue;
            }

            var end = at + Words.Measure(chars, at);
            CheckNumbers(clean, at, end, style);
            if (end - at > LongestWord)
            {
                var place = clean.Source(at, end);
                throw new SpeechException(
                    SpeechErrorCode.WordTooLong,
                    $"the word at {place} has {end - at:N0} characters; the most is {LongestWord:N0}, so put spaces into it or leave it out",
                    place);
            }

            at = end;
        }
    }

    private static void CheckNumbers(CleanText clean, int from, int to, NumberStyle style)
    {
        var chars = clean.Chars;
        for (var at = from; at < to;)
        {
            if (!char.IsAsciiDigit(chars[at]))
            {
                at++;
                continue;
            }

            var numeral = Numeral.Scan(chars, at, style);
            if (numeral.Digits > MostDigits)
            {
                var place = clean.Source(at, at + numeral.Length);
                throw new SpeechException(
                    SpeechErrorCode.NumberTooLong,
                    $"the number at {place} has {numeral.Digits:N0} digits; the most is {MostDigits}, so write it in groups with spaces or leave it out",
                    place);
            }

            at += numeral.Length;
        }
    }
}

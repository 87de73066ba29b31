using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>Which letters can be spoken.</summary>
internal static class Letters
{
    /// <summary>
    /// Whether espeak-ng reads the letter as part of a word. Latin letters can be spoken in every language: espeak-ng's Hindi voice
    /// reads Latin words with its English, and Hindi text is full of them.
    /// </summary>
    public static bool AreSpoken(Rune rune, Script script) =>
        IsSpokenLatin(rune.Value) || (script == Script.Devanagari && IsDevanagari(rune.Value));

    /// <summary>A letter, digit or Devanagari sign of cleaned text. The micro sign is a letter only to Unicode.</summary>
    public static bool IsWordCharacter(char character) =>
        character < 0x80 ? char.IsAsciiLetterOrDigit(character) : IsSpokenLatin(character) || IsDevanagari(character);

    public static bool IsLetter(UnicodeCategory category) =>
        category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    public static bool IsCombining(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Latin-1, Extended-A and -B, less the few whose names espeak-ng 1.51 spells out ("letter one eight five") instead of reading
    /// them: tone letters, clicks and glottal stops. Latin Extended Additional, which it spells out too, is folded before.
    /// </summary>
    private static bool IsSpokenLatin(int letter) =>
        letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or 0xAA or 0xBA or (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7)
        && letter is not (0x184 or 0x185 or 0x1A7 or 0x1A8 or (>= 0x1BB and <= 0x1BE) or (>= 0x1C0 and <= 0x1C3) or 0x241 or 0x242);

    /// <summary>The block less its full stops and its abbreviation sign; its digits are folded before.</summary>
    private static bool IsDevanagari(int letter) => letter is >= 0x900 and <= 0x97F and not (0x964 or 0x965 or 0x970);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Cuts words and passages so that espeak-ng loses nothing of them. It keeps 200 phonemes for a word and 1,000 for a clause and
/// silently drops the rest.
/// </summary>
internal static class PassageCutter
{
    /// <summary>At three phonemes for a letter, the most that was seen in a word that is read and not spelled, 180.</summary>
    public const int LongestPiece = 60;

    /// <summary>
    /// The longest stretch without a vowel. Such a word is spelled, and the name of "w" is ten phonemes: of twenty, the last is cut short.
    /// </summary>
    public const int LongestSpelled = 18;

    /// <summary>Phonemes that a passage may come to by the two estimates below.</summary>
    private const int MostPhonemes = 900;

    /// <summary>English prose has 0.9 phonemes for a letter, Hindi 1.4.</summary>
    private const int PhonemesForLetter = 2;

    /// <summary>"444444" repeated gives 1,000 phonemes for 102 digits in Spanish, Italian and Portuguese; "WWW" the same for 165 letters.</summary>
    private const int PhonemesForSpelled = 10;

    /// <summary>
    /// Characters of IPA, spaces included, from which on a passage may have been cut short. What fills a clause comes to 800 and more, even in letters
    /// with long foreign names and many pauses; prose that fills the estimate comes to 530.
    /// </summary>
    private const int NearlyFull = 700;

    private const string Vowels = "aeiouyAEIOUY";

    /// <summary>A word as it is, or in pieces where it is too long to be read at once.</summary>
    public static ImmutableArray<string> Pieces(string word)
    {
        if (word.Length <= LongestSpelled)
            return [word];
        var pieces = ImmutableArray.CreateBuilder<string>();
        var (start, spelled) = (0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            spelled = IsSpelled(word[i]) ? spelled + 1 : 0;
            if ((i + 1 - start >= LongestPiece || spelled >= LongestSpelled) && IsBoundary(word, i + 1))
            {
                pieces.Add(word[start..(i + 1)]);
                (start, spelled) = (i + 1, 0);
            }
        }

        if (start < word.Length)
            pieces.Add(word[start..]);
        return pieces.DrainToImmutable();
    }

    /// <summary>How many of the pieces from <paramref name="first"/> fit into one passage; at least one.</summary>
    public static int Fitting(ImmutableArray<string> pieces, int first)
    {
        var phonemes = 0;
        for (var i = first; i < pieces.Length; i++)
        {
            phonemes += Estimate(pieces[i]);
            if (phonemes > MostPhonemes && i > first)
                return i - first;
        }

        return pieces.Length - first;
    }

    /// <summary>Whether the reading of a passage comes so near to what espeak-ng keeps that its end may be lost: the estimates were too low for these words.</summary>
    public static bool MayBeCutShort(ImmutableArray<PhonemeGroup> groups) => groups.Sum(group => group.Ipa.Length + 1) >= NearlyFull;

    private static int Estimate(string piece)
    {
        var isSpelled = !piece.Any(c => Vowels.Contains(c, StringComparison.Ordinal) || c > '\x7F');
        return piece.Sum(c => isSpelled || !char.IsLower(c) && c <= '\x7F' ? PhonemesForSpelled : PhonemesForLetter);
    }

    private static bool IsSpelled(char c) => c <= '\x7F' && !Vowels.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a cut here parts no letter from its marks and no surrogate pair.</summary>
    private static bool IsBoundary(string word, int index) =>
        index == word.Length
        || (!char.IsLowSurrogate(word[index])
            && char.GetUnicodeCategory(word, index) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            && Rune.GetRuneAt(word, index).Value != 0x200D);
}

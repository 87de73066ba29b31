using System.Buffers;
using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>Decides whether the full stop of an abbreviation also ends its sentence.</summary>
internal static class SentenceEnds
{
    /// <summary>Words that, with a capital, far more often start an English sentence than follow an initial or abbreviation inside of one.</summary>
    private static readonly FrozenSet<string> Starters = new[]
    {
        "A", "After", "All", "An", "And", "As", "At", "But", "By", "For", "From", "He", "Her", "His", "How", "However", "I", "If", "In", "It",
        "Its", "My", "No", "Now", "On", "Or", "Our", "She", "So", "Some", "That", "The", "Their", "Then", "There", "These", "They", "This",
        "Those", "To", "We", "What", "When", "Where", "While", "Who", "Why", "With", "Yes", "You", "Your",
    }.ToFrozenSet();

    private const int LongestStarter = 7;

    private static readonly SearchValues<char> BetweenSentences = SearchValues.Create(" \n“”\"()[]" + Cleaning.CleanText.DigitSpace);

    /// <summary>Whether anything but blanks and closing marks follows.</summary>
    public static bool IsLast(ReadOnlySpan<char> paragraph, int afterStop) => SkipToWord(paragraph, afterStop) == paragraph.Length;

    /// <summary>Whether the next word has a capital, with nothing but blanks, quotation marks and brackets before it.</summary>
    public static bool IsBeforeCapital(ReadOnlySpan<char> paragraph, int afterStop)
    {
        var next = SkipToWord(paragraph, afterStop);
        return next > afterStop && next < paragraph.Length && char.IsUpper(paragraph[next]);
    }

    public static bool IsBeforeStarter(ReadOnlySpan<char> paragraph, int afterStop)
    {
        var start = SkipToWord(paragraph, afterStop);
        var end = start;
        while (end - start <= LongestStarter && Words.IsWordAt(paragraph, end))
            end++;
        return start > afterStop && IsStarter(paragraph[start..end]);
    }

    public static bool IsStarter(ReadOnlySpan<char> word) => Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static int SkipToWord(ReadOnlySpan<char> paragraph, int at)
    {
        var skipped = at < paragraph.Length ? paragraph[at..].IndexOfAnyExcept(BetweenSentences) : -1;
        return skipped < 0 ? paragraph.Length : at + skipped;
    }
}

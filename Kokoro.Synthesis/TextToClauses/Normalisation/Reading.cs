using System.Collections.Immutable;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>How a stretch of text is said.</summary>
/// <param name="Length">How many cleaned characters it takes, at least 1.</param>
/// <param name="Words">The words; each gets the range of the whole stretch. None: the stretch is left out and reported.</param>
internal sealed record Reading(int Length, ImmutableArray<SaidWord> Words)
{
    public static Reading AsWritten(ReadOnlySpan<char> word) => new(word.Length, [new SaidWord(word.ToString())]);

    public static Reading LeftOut(int length) => new(length, []);

    /// <param name="words">Separated by one space.</param>
    public static Reading Of(int length, string words) =>
        new(length, words.Contains(' ') ? [.. words.Split(' ').Select(SaidWord.Of)] : [SaidWord.Of(words)]);
}

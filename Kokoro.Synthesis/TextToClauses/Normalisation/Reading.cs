using System.Collections.Immutable;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>How a stretch of text is said.</summary>
/// <param name="Length">How many cleaned characters it takes, at least 1.</param>
/// <param name="Words">The words, at least one; each gets the range of the whole stretch.</param>
internal sealed record Reading(int Length, ImmutableArray<string> Words)
{
    public static Reading AsWritten(ReadOnlySpan<char> word) => new(word.Length, [word.ToString()]);
}

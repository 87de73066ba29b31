using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A list of words that spans can be looked up in.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <param name="words">Separated by one space.</param>
    public WordSet(string words, bool ignoresCase = true) => _words = words.Split(' ')
        .ToFrozenSet(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}

using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A table from words to values that spans can be looked up in.</summary>
internal sealed class WordTable<T>(IEnumerable<KeyValuePair<string, T>> entries, bool ignoresCase = false)
    where T : class
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _entries = entries
        .ToFrozenDictionary(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public T? Find(ReadOnlySpan<char> word) => _entries.TryGetValue(word, out var found) ? found : null;
}

using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

/// <summary>
/// Finds the English name of an emoji: flags and keycaps by what they are made of, the others in `emoji-names.txt`, which has one
/// row for each, an emoji and its words. The choice of emoji and the words, made short for listeners, are our own.
/// </summary>
internal static class EmojiNames
{
    private const string ResourceName = "emoji-names.txt";

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names =
        Read().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="sequence">One emoji as a person sees it, with all that belongs to it.</param>
    /// <returns>Words in small letters, separated by one space; null when it has no name.</returns>
    public static string? Find(ReadOnlySpan<char> sequence)
    {
        if (sequence.Length > EmojiKey.Longest)
            return null;
        Span<char> key = stackalloc char[EmojiKey.Longest];
        key = key[..EmojiKey.Write(sequence, key)];
        return Names.TryGetValue(key, out var name) ? name : Keycaps.Find(key) ?? Flags.Find(key);
    }

    /// <summary>The rows as they stand in the file.</summary>
    /// <exception cref="InvalidDataException">A row is not an emoji, a space and words.</exception>
    public static IEnumerable<(string Emoji, string Name)> Rows()
    {
        using var stream = typeof(EmojiNames).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidDataException($"{ResourceName} is not in the assembly");
        using var reader = new StreamReader(stream);
        for (var line = 1; reader.ReadLine() is { } row; line++)
        {
            var space = row.IndexOf(' ');
            if (space < 1 || space == row.Length - 1)
                throw new InvalidDataException($"{ResourceName} line {line}: \"{row}\" is not an emoji, a space and words");
            yield return (row[..space], row[(space + 1)..]);
        }
    }

    private static Dictionary<string, string> Read()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Span<char> key = stackalloc char[EmojiKey.Longest];
        foreach (var (emoji, name) in Rows())
            names.Add(key[..EmojiKey.Write(emoji, key)].ToString(), name);
        return names;
    }
}

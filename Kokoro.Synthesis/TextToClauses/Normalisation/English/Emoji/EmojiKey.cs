namespace Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

/// <summary>
/// Reduces an emoji to the form that names are found by, so that one row stands for all its variants: without variation selectors,
/// skin tones and gender signs; inside of joined sequences every man and woman is a person, every boy and girl a child.
/// </summary>
internal static class EmojiKey
{
    /// <summary>UTF-16 units of the longest sequence that could have a name, with every skin tone and selector; the longest of Unicode has 15.</summary>
    public const int Longest = 32;

    private const char ZeroWidthJoiner = '\u200D';

    /// <param name="sequence">At most <see cref="Longest"/> units.</param>
    /// <param name="key">At least as long; takes the key.</param>
    /// <returns>The length of the key.</returns>
    public static int Write(ReadOnlySpan<char> sequence, Span<char> key)
    {
        var isJoined = sequence.Contains(ZeroWidthJoiner);
        var length = 0;
        for (var at = 0; at < sequence.Length; at++)
        {
            if (sequence[at] is '\uFE0E' or '\uFE0F')
                continue;
            var isPair = char.IsHighSurrogate(sequence[at]) && at + 1 < sequence.Length;
            if (isPair && char.ConvertToUtf32(sequence[at], sequence[at + 1]) is >= 0x1F3FB and <= 0x1F3FF)
            {
                at++;
                continue;
            }

            if (!isPair)
            {
                key[length++] = sequence[at];
                continue;
            }

            var person = isJoined ? Neutral(sequence.Slice(at, 2)) : sequence.Slice(at, 2);
            person.CopyTo(key[length..]);
            length += 2;
            at++;
        }

        return key[..length] is [_, .., ZeroWidthJoiner, '♀' or '♂'] ? length - 2 : length;
    }

    private static ReadOnlySpan<char> Neutral(ReadOnlySpan<char> person) => person switch
    {
        "👨" or "👩" => "🧑",
        "👦" or "👧" => "🧒",
        _ => person,
    };
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

/// <summary>A key of a telephone is named by what is on it: 1️⃣ "one", #️⃣ "hash".</summary>
internal static class Keycaps
{
    private const char EnclosingKeycap = '\u20E3';

    public static bool Is(ReadOnlySpan<char> emoji) => emoji is [_, .., EnclosingKeycap];

    /// <param name="key">As <see cref="EmojiKey"/> gives it.</param>
    public static string? Find(ReadOnlySpan<char> key) => key is not [var cap, EnclosingKeycap] ? null : cap switch
    {
        >= '0' and <= '9' => EnglishNumbers.DigitByDigit([cap])[0],
        '#' => "hash",
        '*' => "star",
        _ => null,
    };
}

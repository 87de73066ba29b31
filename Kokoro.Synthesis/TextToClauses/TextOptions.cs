namespace Kokoro.Synthesis.TextToClauses;

/// <summary>What a listener may choose about how a text is read.</summary>
/// <param name="Emoji">Whether emoji are left out or named.</param>
public sealed record TextOptions(EmojiReading Emoji = EmojiReading.LeftOut)
{
    public static readonly TextOptions Default = new();
}

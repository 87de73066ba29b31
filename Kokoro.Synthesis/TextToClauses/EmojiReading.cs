namespace Kokoro.Synthesis.TextToClauses;

/// <summary>What becomes of emoji. Whatever is not said is reported either way.</summary>
public enum EmojiReading
{
    LeftOut,

    /// <summary>Those with a name are named, in English; in other languages, which have no names, they are left out.</summary>
    Named,
}

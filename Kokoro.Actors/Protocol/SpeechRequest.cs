namespace Kokoro.Actors.Protocol;

/// <summary>What is to be spoken, and for whom. Checked by whoever makes it; what only a stage can know (a voice, a word) is refused there.</summary>
/// <param name="Text">As received; every range that comes back counts its UTF-16 code units.</param>
/// <param name="Client">Who asks, for fairness: a token's name or a peer's address.</param>
public sealed record SpeechRequest(string Text, string Client)
{
    /// <summary>Null: the default voice.</summary>
    public string? Voice { get; init; }

    /// <summary>A BCP 47 code; null: the voice's own.</summary>
    public string? Language { get; init; }

    /// <summary>0.25 to 4.</summary>
    public float Speed { get; init; } = 1;

    public Delivery Delivery { get; init; }

    public Priority Priority { get; init; }

    /// <summary>Whether the pieces say when each word is heard.</summary>
    public bool Words { get; init; }

    /// <summary>Whether emoji are spoken by name instead of being left out.</summary>
    public bool NameEmoji { get; init; }

    /// <summary>A listener's session, or null when the client names none.</summary>
    public string? Session { get; init; }

    public Intent Intent { get; init; }
}

namespace Kokoro.Actors.Settings;

public sealed record VoiceSettings
{
    /// <summary>For requests that name none; empty: the model's own default.</summary>
    public string Default { get; init; } = "";

    /// <summary>A folder of voice files; empty: the user's own.</summary>
    public string Folder { get; init; } = "";
}

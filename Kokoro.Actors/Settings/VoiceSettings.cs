namespace Kokoro.Actors.Settings;

public sealed record VoiceSettings
{
    /// <summary>For requests that name none.</summary>
    public string Default { get; init; } = "am_aster";

    /// <summary>A folder of voice files; empty: the user's own.</summary>
    public string Folder { get; init; } = "";
}

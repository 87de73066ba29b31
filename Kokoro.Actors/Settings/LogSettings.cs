namespace Kokoro.Actors.Settings;

public sealed record LogSettings
{
    /// <summary>"debug", "information", "warning" or "error".</summary>
    [OneOf("debug", "information", "warning", "error")]
    public string Level { get; init; } = "information";

    /// <summary>"text" for a terminal or "json" for a machine, one object a line.</summary>
    [OneOf("text", "json")]
    public string Format { get; init; } = "text";

    /// <summary>Also written to this file; empty: standard error only.</summary>
    public string File { get; init; } = "";
}

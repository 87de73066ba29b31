namespace Kokoro.Actors.Settings;

/// <summary>Where models are fetched from.</summary>
public sealed record ModelSettings
{
    /// <summary>An http or https address that is asked, under the same paths, in place of the publishers'; empty: the publishers.</summary>
    public string Mirror { get; init; } = "";

    /// <summary>A file with other models than the program knows; empty: its own.</summary>
    public string Catalogue { get; init; } = "";
}

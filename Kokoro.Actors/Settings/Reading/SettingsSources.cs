namespace Kokoro.Actors.Settings.Reading;

/// <summary>Where settings come from, from the weakest to the strongest: the defaults, a file, the environment, the command line.</summary>
/// <param name="File">kokoro.conf; null: the defaults.</param>
/// <param name="Environment">Name and value of every variable.</param>
/// <param name="Options">By the path of their key: the option's name and its value.</param>
public sealed record SettingsSources(
    string? File, IReadOnlyDictionary<string, string> Environment, IReadOnlyDictionary<string, (string Option, string Value)> Options);

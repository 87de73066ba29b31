using System.Collections;
using Kokoro.Actors.Settings.Reading;

namespace Kokoro.Host.Cli;

/// <summary>Where settings are read from, the same for every command that has any.</summary>
internal static class SettingsSource
{
    private const string FileName = "kokoro.conf";

    /// <summary>The file is the one named, else that of KOKORO_CONFIG, else kokoro.conf in the folder that KOKORO_HOME names, else none.</summary>
    /// <param name="options">Options of the command line that are settings; null where one was not given.</param>
    public static SettingsSources Of(string? config, params ReadOnlySpan<(string Path, string Option, string? Value)> options)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        var given = new Dictionary<string, (string, string)>();
        foreach (var (path, option, value) in options)
        {
            if (value is not null)
                given.Add(path, (option, value));
        }

        return new(config ?? Named(environment), environment, given);
    }

    private static string? Named(Dictionary<string, string> environment)
    {
        if (environment.GetValueOrDefault("KOKORO_CONFIG") is { Length: > 0 } file)
            return file;
        var home = environment.GetValueOrDefault("KOKORO_HOME") is { Length: > 0 } folder ? Path.Combine(folder, FileName) : null;
        return File.Exists(home) ? home : null;
    }
}

namespace Kokoro.Host.Cli;

/// <summary>The folders of the user who runs the program: XDG's on Linux, the Library's on macOS.</summary>
internal static class UserFolders
{
    /// <summary>What can be made again; deleting it loses nothing.</summary>
    public static string Cache { get; } = Resolve("XDG_CACHE_HOME", ".cache", "Library/Caches");

    /// <summary>The user's models and voices. KOKORO_HOME moves it.</summary>
    public static string Store { get; } = Environment.GetEnvironmentVariable("KOKORO_HOME") is { Length: > 0 } home
        ? Path.GetFullPath(home)
        : Resolve("XDG_DATA_HOME", ".local/share", "Library/Application Support");

    private static string Resolve(string variable, string linux, string mac)
    {
        var given = Environment.GetEnvironmentVariable(variable);
        var parent = Path.IsPathRooted(given)
            ? given
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
                OperatingSystem.IsMacOS() ? mac : linux);
        return Path.Combine(parent, "kokoro");
    }
}

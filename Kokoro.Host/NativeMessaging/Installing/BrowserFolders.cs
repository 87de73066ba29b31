namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>Where browsers keep what is a user's.</summary>
/// <param name="IsMac">Linux otherwise.</param>
/// <param name="Parent">The folder that has one for each browser.</param>
internal sealed record BrowserFolders(bool IsMac, string Parent)
{
    public static BrowserFolders OfUser() => Of(
        OperatingSystem.IsMacOS(),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME"));

    /// <param name="configHome">XDG_CONFIG_HOME, which browsers follow on Linux.</param>
    public static BrowserFolders Of(bool isMac, string home, string? configHome) => new(
        isMac,
        isMac ? Path.Combine(home, "Library", "Application Support")
        : Path.IsPathRooted(configHome) ? configHome
        : Path.Combine(home, ".config"));
}

namespace Kokoro.Host.NativeMessaging.Installing;

/// <summary>A browser that speaks native messaging.</summary>
/// <param name="Name">For the command line.</param>
/// <param name="Title">For people.</param>
/// <param name="LinuxProfile">Its folder in the user's configuration folder.</param>
/// <param name="MacProfile">Its folder in Application Support.</param>
/// <param name="RegistryKey">Under HKEY_CURRENT_USER, of its hosts.</param>
internal sealed record Browser(string Name, string Title, string LinuxProfile, string MacProfile, string RegistryKey)
{
    private const string Hosts = "NativeMessagingHosts";

    private static readonly Browser Chrome = new("chrome", "Chrome", "google-chrome", "Google/Chrome", @"Software\Google\Chrome\NativeMessagingHosts");

    public static IReadOnlyList<Browser> All { get; } =
    [
        Chrome,
        new("chromium", "Chromium", "chromium", "Chromium", @"Software\Chromium\NativeMessagingHosts"),
        new("brave", "Brave", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser", Chrome.RegistryKey),
        new("edge", "Edge", "microsoft-edge", "Microsoft Edge", @"Software\Microsoft\Edge\NativeMessagingHosts"),
    ];

    /// <returns>The folder that is there once the browser was used.</returns>
    public string ProfileIn(BrowserFolders folders) => Path.Combine(folders.Parent, folders.IsMac ? MacProfile : LinuxProfile);

    /// <summary>Where it looks for hosts. Which folder Brave reads, Chrome's or its own, depends on the system and has changed over the years: both get a manifest.</summary>
    public IEnumerable<string> HostFoldersIn(BrowserFolders folders)
    {
        yield return HostFolderOf(ProfileIn(folders));
        if (Name == "brave")
            yield return HostFolderOf(Chrome.ProfileIn(folders));
    }

    /// <param name="profile">A user data folder.</param>
    public static string HostFolderOf(string profile) => Path.Combine(profile, Hosts);
}

using Kokoro.Host.NativeMessaging.Installing;
using Kokoro.Synthesis;

namespace Kokoro.Tests.NativeMessaging;

public sealed class InstallTargetTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    [Theory]
    [InlineData("chrome", false, ".config/google-chrome/NativeMessagingHosts")]
    [InlineData("chromium", false, ".config/chromium/NativeMessagingHosts")]
    [InlineData("brave", false, ".config/BraveSoftware/Brave-Browser/NativeMessagingHosts", ".config/google-chrome/NativeMessagingHosts")]
    [InlineData("edge", false, ".config/microsoft-edge/NativeMessagingHosts")]
    [InlineData("chrome", true, "Library/Application Support/Google/Chrome/NativeMessagingHosts")]
    [InlineData("chromium", true, "Library/Application Support/Chromium/NativeMessagingHosts")]
    [InlineData("brave", true, "Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts", "Library/Application Support/Google/Chrome/NativeMessagingHosts")]
    [InlineData("edge", true, "Library/Application Support/Microsoft Edge/NativeMessagingHosts")]
    public void A_named_browser_is_told_where_it_looks_whether_it_was_used_or_not(string browser, bool isMac, params string[] folders) =>
        Assert.Equal(folders.Select(folder => _home[folder]), InstallTarget.Choose(Folders(isMac), browser, null).Select(target => target.Folder));

    [Fact]
    public void Without_a_name_every_browser_that_was_used_is_told_once()
    {
        Directory.CreateDirectory(_home[".config/google-chrome"]);
        Directory.CreateDirectory(_home[".config/BraveSoftware/Brave-Browser"]);

        var targets = InstallTarget.Choose(Folders(isMac: false), null, null);

        Assert.Equal(
            [("Chrome and Brave", _home[".config/google-chrome/NativeMessagingHosts"]), ("Brave", _home[".config/BraveSoftware/Brave-Browser/NativeMessagingHosts"])],
            targets.Select(target => (target.Title, target.Folder)));
    }

    [Fact]
    public void Where_no_browser_was_used_one_must_be_named()
    {
        var refusal = Assert.Throws<SpeechException>(() => InstallTarget.Choose(Folders(isMac: false), null, null));

        Assert.Equal("no browser was used yet that is known here (Chrome, Chromium, Brave, Edge); name one with --browser, or its user data folder with --profile", refusal.Message);
    }

    [Fact]
    public void A_profile_is_told_itself_and_must_be_there()
    {
        Assert.Equal(Path.Combine(_home.Path, "NativeMessagingHosts"), Assert.Single(InstallTarget.Choose(Folders(isMac: false), null, _home.Path)).Folder);
        Assert.Throws<SpeechException>(() => InstallTarget.Choose(Folders(isMac: false), null, _home["nowhere"]));
    }

    [Fact]
    public void On_Linux_browsers_follow_where_configuration_is_kept()
    {
        Assert.Equal("/elsewhere", BrowserFolders.Of(isMac: false, "/home/me", "/elsewhere").Parent);
        Assert.Equal("/home/me/.config", BrowserFolders.Of(isMac: false, "/home/me", "not/rooted").Parent);
        Assert.Equal("/home/me/Library/Application Support", BrowserFolders.Of(isMac: true, "/home/me", "/elsewhere").Parent);
    }

    public void Dispose() => _home.Dispose();

    private BrowserFolders Folders(bool isMac) => BrowserFolders.Of(isMac, _home.Path, null);
}

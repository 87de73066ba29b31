namespace Kokoro.Tests.NativeMessaging;

/// <summary>The commands as a person types them.</summary>
public sealed class NativeHostCommandTests : IDisposable
{
    private readonly HostProcess _host = new();

    [Fact]
    public async Task Install_tells_a_profile_and_remove_takes_it_back()
    {
        using var profile = new TemporaryFolder();
        var manifest = profile["NativeMessagingHosts/dev.kokoro.host.json"];

        var installed = await _host.CommandAsync("native-host", "install", "--profile", profile.Path);
        Assert.Equal((0, $"profile: wrote {manifest}"), (installed.ExitCode, Assert.Single(installed.ErrorLines)));
        Assert.Contains($"\"{_host.Folder}/kokoro-native-host\"", await File.ReadAllTextAsync(manifest), StringComparison.Ordinal);

        var removed = await _host.CommandAsync("native-host", "remove");
        Assert.Equal((0, $"removed {manifest}"), (removed.ExitCode, removed.ErrorLines[0]));
        Assert.Empty(Directory.GetFileSystemEntries(profile.Path));
    }

    [Theory]
    [InlineData("--browser netscape is not known; use chrome, chromium, brave, edge", "--browser", "netscape")]
    [InlineData("--browser and --profile exclude each other; give one of them", "--browser", "edge", "--profile", "/tmp")]
    [InlineData("there is no folder /nowhere; name a browser's user data folder", "--profile", "/nowhere")]
    public async Task Options_that_cannot_be_are_refused(string error, params string[] options)
    {
        var ended = await _host.CommandAsync(["native-host", "install", .. options]);

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Equal($"kokoro: {error}", Assert.Single(ended.ErrorLines));
        Assert.False(Directory.Exists(_host.Folder));
    }

    public void Dispose() => _host.Dispose();
}

using System.Text.Json;
using Kokoro.Host.NativeMessaging;
using Kokoro.Host.NativeMessaging.Installing;
using Kokoro.Synthesis;

namespace Kokoro.Tests.NativeMessaging;

public sealed class HostInstallerTests : IDisposable
{
    private const string Launcher = "#!/bin/sh\n";

    private readonly TemporaryFolder _home = new();

    private HostFolder Folder => new(_home["kokoro/native-messaging"]);

    private string Manifest => _home["chrome/NativeMessagingHosts/dev.kokoro.host.json"];

    [Fact]
    public void Install_writes_a_manifest_that_names_an_executable_launcher_and_our_extensions()
    {
        var lines = Installer().Install(Targets("chrome", "edge"));

        using var manifest = JsonDocument.Parse(File.ReadAllText(Manifest));
        Assert.Equal("dev.kokoro.host", manifest.RootElement.GetProperty("name").GetString());
        Assert.Equal("stdio", manifest.RootElement.GetProperty("type").GetString());
        Assert.Equal(Folder.Launcher, manifest.RootElement.GetProperty("path").GetString());
        Assert.Equal(HostCallers.All, manifest.RootElement.GetProperty("allowed_origins").EnumerateArray().Select(each => each.GetString()!));
        Assert.Equal(Launcher, File.ReadAllText(Folder.Launcher));
        Assert.Equal("rwxr-xr-x", Mode(Folder.Launcher));
        Assert.Equal([$"chrome: wrote {Manifest}", $"edge: wrote {_home["edge/NativeMessagingHosts/dev.kokoro.host.json"]}"], lines);
    }

    [Fact]
    public void Install_again_changes_nothing()
    {
        Installer().Install(Targets("chrome"));
        var before = Everything();

        Assert.Equal([$"chrome: {Manifest} is there already"], Installer().Install(Targets("chrome")));
        Assert.Equal(before, Everything());
    }

    [Fact]
    public void Remove_leaves_everything_as_it_was()
    {
        Directory.CreateDirectory(_home["chrome"]);
        Directory.CreateDirectory(_home["edge/NativeMessagingHosts"]);
        Directory.CreateDirectory(_home["kokoro"]);
        File.WriteAllText(_home["edge/NativeMessagingHosts/other.json"], "{}");
        var before = Everything();
        Installer().Install(Targets("chrome", "edge"));
        Installer().Install(Targets("new"));

        var lines = Installer().Remove(null);

        Assert.Equal(before, Everything());
        Assert.Equal(4, lines.Count(line => line.StartsWith("removed ", StringComparison.Ordinal)));
        Assert.Equal(["nothing is installed"], Installer().Remove(null));
    }

    [Fact]
    public void Remove_of_one_browser_leaves_the_others_working()
    {
        Installer().Install(Targets("chrome", "edge"));

        Installer().Remove(Targets("edge"));

        Assert.True(File.Exists(Manifest));
        Assert.True(File.Exists(Folder.Launcher));
        Assert.False(Directory.Exists(_home["edge"]));
        Installer().Remove(null);
        Assert.False(File.Exists(Manifest));
        Assert.False(File.Exists(Folder.Launcher));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"name":"com.other.host","path":"/other"}""")]
    [InlineData("null")]
    public void A_file_that_is_not_ours_is_not_touched(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Manifest)!);
        File.WriteAllText(Manifest, content);

        var refusal = Assert.Throws<SpeechException>(() => Installer().Install(Targets("edge", "chrome")));

        Assert.Equal(SpeechErrorCode.OutputUnwritable, refusal.Code);
        Assert.Equal($"{Manifest} is there and not Kokoro's; move it away and try again", refusal.Message);
        Assert.Equal(content, File.ReadAllText(Manifest));
        Assert.False(Directory.Exists(_home["edge"]));
        Assert.Equal([$"left {Manifest}, which another installation wrote"], Installer().Remove(Targets("chrome")));
        Assert.Equal(content, File.ReadAllText(Manifest));
    }

    [Fact]
    public void The_last_installation_counts_and_the_one_before_does_not_take_it_away()
    {
        var other = new HostFolder(_home["other"]);
        Installer().Install(Targets("chrome"));
        new HostInstaller(other, Launcher).Install(Targets("chrome"));

        Assert.Contains($"left {Manifest}, which another installation wrote", Installer().Remove(null));

        Assert.Contains(other.Launcher, File.ReadAllText(Manifest), StringComparison.Ordinal);
        Assert.Contains($"removed {Manifest}", new HostInstaller(other, Launcher).Remove(null));
    }

    [Fact]
    public void A_record_that_cannot_be_read_costs_nothing_but_itself()
    {
        Installer().Install(Targets("chrome"));
        File.WriteAllText(Folder.Record, "{");

        Installer().Install(Targets("chrome"));
        Installer().Remove(null);

        Assert.False(File.Exists(Manifest));
    }

    public void Dispose() => _home.Dispose();

    private HostInstaller Installer() => new(Folder, Launcher);

    private InstallTarget[] Targets(params string[] browsers) => [.. browsers.Select(browser => new InstallTarget(browser, _home[$"{browser}/NativeMessagingHosts"]))];

    private string[] Everything() =>
    [
        .. Directory.EnumerateFileSystemEntries(_home.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path}: {Mode(path)} {File.ReadAllText(path)}" : path),
    ];

    private static string Mode(string path)
    {
        var mode = File.GetUnixFileMode(path);
        return string.Concat("rwxrwxrwx".Select((letter, at) => mode.HasFlag((UnixFileMode)(1 << (8 - at))) ? letter : '-'));
    }
}

using System.Diagnostics;
using Kokoro.Host.NativeMessaging.Installing;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Tests.NativeMessaging;

public sealed class LauncherTests : IDisposable
{
    private const string Odd = "/a folder/it's $HOME `x` \"y\"";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_becomes_the_command_with_the_callers_arguments_and_the_environment_of_the_installation()
    {
        var kept = new Dictionary<string, string?> { ["KOKORO_HOME"] = Odd, ["KOKORO_CONFIG"] = "/k.conf", ["PATH"] = "/opt/dotnet", ["KOKORO_HTTP_TOKEN"] = "secret" };
        var script = Launcher.Script(["/bin/sh", "-c", "printf '%s\\n' \"$KOKORO_HOME\" \"$KOKORO_CONFIG\" \"$PATH\" \"$DOTNET_ROOT\" \"$@\"", "a name"], kept.GetValueOrDefault);

        var lines = await RunAsync(script, "chrome-extension://abc/", "an other");

        Assert.Equal([Odd, "/k.conf", "/opt/dotnet:/desktop", "", "chrome-extension://abc/", "an other"], lines);
        Assert.DoesNotContain("secret", script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_folder_is_kept_as_what_it_was_at_the_installation() =>
        Assert.Contains($"KOKORO_HOME='{Path.GetFullPath("mine")}'", Launcher.Script(["x"], name => name == "KOKORO_HOME" ? "mine" : null), StringComparison.Ordinal);

    [Fact]
    public void The_command_is_the_script_of_the_installation_where_there_is_one()
    {
        var release = Directory.CreateDirectory(_folder["artifacts/bin/Kokoro.Host/release"]).FullName;
        var program = new EngineCommand("/usr/bin/dotnet", ["/x/Kokoro.Host.dll"]);

        Assert.Equal(["/usr/bin/dotnet", "/x/Kokoro.Host.dll", "native-host"], Launcher.Command(program, release));
        File.WriteAllText(_folder["kokoro"], "#!/bin/sh\n");
        Assert.Equal([_folder["kokoro"], "native-host"], Launcher.Command(program, release + "/"));
    }

    [Fact]
    public void Settings_that_the_script_gives_itself_are_not_kept_and_others_are()
    {
        var release = _folder["artifacts/bin/Kokoro.Host/release/"];

        Assert.Null(Launcher.WithoutGiven(release, _ => _folder["hocon/kokoro.conf"])("KOKORO_CONFIG"));
        Assert.Equal("/my.conf", Launcher.WithoutGiven(release, _ => "/my.conf")("KOKORO_CONFIG"));
        Assert.Equal(_folder["hocon/kokoro.conf"], Launcher.WithoutGiven(release, _ => _folder["hocon/kokoro.conf"])("KOKORO_HOME"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string[]> RunAsync(string script, params string[] arguments)
    {
        var path = _folder["launcher"];
        WholeFile.Write(path, script, isExecutable: true);
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/desktop";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.TrimEnd('\n').Split('\n');
    }
}

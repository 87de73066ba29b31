using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kokoro.Host.Security;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.NativeMessaging;

/// <summary>`kokoro native-host` as a browser starts it, over a Kokoro folder of its own. Servers that it started end with this.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public HostProcess() => File.WriteAllText(_home["kokoro.conf"], $"kokoro.http.port = {Port}\n");

    public int Port { get; } = FreePort.Next();

    public string Folder => _home["native-messaging"];

    public string Log => File.ReadAllText(Path.Combine(Folder, "host.log"));

    public static string Reader => ExtensionOrigins.All[0].Origin;

    private Dictionary<string, string> Environment => new()
    {
        ["KOKORO_HOME"] = _home.Path, ["KOKORO_CONFIG"] = _home["kokoro.conf"], ["KOKORO_HTTP_WARM_UP"] = "off",
    };

    /// <summary>The processes that hosts have started as servers.</summary>
    public IReadOnlyList<int> Servers => File.Exists(Path.Combine(Folder, "host.log"))
        ? [.. StartedAs().Matches(Log).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))]
        : [];

    /// <summary>Any command over the same folder.</summary>
    public Task<KokoroProcess.Ended> CommandAsync(params string[] arguments) => KokoroProcess.RunAsync(Environment, arguments);

    public void Configure(string settings) => File.WriteAllText(_home["kokoro.conf"], settings);

    /// <summary>Sends all of it, and closes its end.</summary>
    public async Task<(int ExitCode, IReadOnlyList<JsonElement> Answers, string Error)> RunAsync(byte[] input, string? caller = null)
    {
        using var process = KokoroProcess.Start(Environment, "native-host", caller ?? $"{Reader}/");
        using var output = new MemoryStream();
        var read = process.StandardOutput.BaseStream.CopyToAsync(output);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await read;
        return (process.ExitCode, MessageFrames.Parse(output.ToArray()), await error);
    }

    /// <returns>The only answer.</returns>
    public async Task<JsonElement> AskAsync(string type)
    {
        var (exitCode, answers, _) = await RunAsync(MessageFrames.Of($$"""{"type":"{{type}}"}"""));
        Assert.Equal(0, exitCode);
        return Assert.Single(answers);
    }

    public void Dispose()
    {
        // Each leads a process group, in which its engines are too.
        foreach (var server in Servers.Where(ProcessTree.IsRunning))
            ProcessTree.Signal(-server, "KILL");
        _home.Dispose();
    }

    [GeneratedRegex(@"started the server as process (\d+)")]
    private static partial Regex StartedAs();
}

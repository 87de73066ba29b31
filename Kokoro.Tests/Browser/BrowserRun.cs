using System.Text.Json;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Browser;

/// <summary>
/// A program of client/ that runs all scenarios of a folder in a browser, with a server that it can have stopped and started, one that demands a token, and the command line of the same
/// installation.
/// </summary>
/// <param name="program">Its file in client/.</param>
/// <param name="arguments">What it gets after the browser and the server's address.</param>
public abstract class BrowserRun(string program, params string[] arguments) : IAsyncLifetime
{
    private const string ChromiumVariable = "KOKORO_TEST_CHROMIUM";
    private const string ScreenshotsVariable = "KOKORO_TEST_SCREENSHOTS";
    private const string Token = "open sesame and a few words more";
    private const string RunCommand = "@run ";

    /// <summary>
    /// A browser goes before the other tests, or it shows few pictures in a second, and what is lit when cannot be seen. Where that is not allowed, nice says so and runs it all the same.
    /// </summary>
    private const string First = "-15";

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    private string _home = "";
    private ServerProcess? _locked;
    private ServerProcess? _server;

    public Dictionary<string, Result> Results { get; } = [];

    /// <summary>What the browser's program says when it ends before its time.</summary>
    public string Errors { get; private set; } = "";

    private Dictionary<string, string> Environment => new() { ["KOKORO_HOME"] = _home };

    private string Address => Origin(_server!.Client.BaseAddress!);

    public async Task InitializeAsync()
    {
        var chromium = System.Environment.GetEnvironmentVariable(ChromiumVariable) ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"there is no browser at {chromium}; ./kokoro test installs one, or set {ChromiumVariable} to Chromium or Chrome");
        using var folder = new TemporaryFolder();
        _home = folder.Path;
        _server = await ServerProcess.StartAsync(Environment);
        try
        {
            string[] screenshots = System.Environment.GetEnvironmentVariable(ScreenshotsVariable) is { } target ? [target] : [];
            using var browser = NodeProgram.Start("nice", NodeProgram.Folder("Browser", "client"), ["-n", First, "node", program, chromium, Address, .. arguments, .. screenshots]);
            var errors = browser.StandardError.ReadToEndAsync();
            while (await browser.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith('@'))
                {
                    await browser.StandardInput.WriteLineAsync(await ServeAsync(line));
                    continue;
                }

                var result = JsonSerializer.Deserialize<Result>(line, Names)!;
                Results.Add(result.Name, result);
            }

            Errors = await errors;
        }
        finally
        {
            await _server.DisposeAsync();
            if (_locked is not null)
                await _locked.DisposeAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <returns>What the program is told, one line.</returns>
    private async Task<string> ServeAsync(string wish)
    {
        switch (wish)
        {
            case "@stop":
                _server!.Signal("TERM");
                await _server.EndAsync();
                return "stopped";
            case "@start":
                var port = _server!.Client.BaseAddress!.Port;
                await _server.DisposeAsync();
                _server = await ServerProcess.StartAsync(Environment, port);
                return "started";
            case "@lock":
                var settings = Path.Combine(_home, "locked.conf");
                await File.WriteAllTextAsync(settings, $"kokoro.http.token = \"{Token}\"\n");
                _locked ??= await ServerProcess.StartAsync(Environment, 0, "--config", settings);
                return $"{Origin(_locked.Client.BaseAddress!)} {Token}";
            case "@home":
                return _home;
            default:
                Assert.StartsWith(RunCommand, wish, StringComparison.Ordinal);
                var ended = await KokoroProcess.RunAsync(Environment, JsonSerializer.Deserialize<string[]>(wish[RunCommand.Length..])!);
                return JsonSerializer.Serialize(new Ran(ended.ExitCode, System.Text.Encoding.UTF8.GetString(ended.Output), ended.Error), Names);
        }
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <param name="Error">Null where all is well.</param>
    /// <param name="Note">What was measured.</param>
    public sealed record Result(string Name, string? Error, string? Note);

    private sealed record Ran(int ExitCode, string Output, string Error);
}

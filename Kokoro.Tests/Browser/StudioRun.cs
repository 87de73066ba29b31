using System.Text.Json;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Browser;

/// <summary>One browser for all scenarios of a folder, a server that it can have stopped and started, and one that demands a token.</summary>
public abstract class StudioRun(string scenarios) : IAsyncLifetime
{
    private const string ChromiumVariable = "KOKORO_TEST_CHROMIUM";
    private const string ScreenshotsVariable = "KOKORO_TEST_SCREENSHOTS";
    private const string Token = "open sesame and a few words more";
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public Dictionary<string, Result> Results { get; } = [];

    /// <summary>What the browser's program says when it ends before its time.</summary>
    public string Errors { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var folder = NodeProgram.Folder("Browser", "client");
        var chromium = Environment.GetEnvironmentVariable(ChromiumVariable) ?? "/usr/bin/chromium";
        Assert.True(File.Exists(chromium), $"there is no browser at {chromium}; ./kokoro test installs one, or set {ChromiumVariable} to Chromium or Chrome");

        using var settings = new TemporaryFolder();
        var home = new Dictionary<string, string> { ["KOKORO_HOME"] = settings.Path };
        var server = await ServerProcess.StartAsync(home);
        ServerProcess? locked = null;
        try
        {
            var address = server.Client.BaseAddress!;
            string[] screenshots = Environment.GetEnvironmentVariable(ScreenshotsVariable) is { } target ? [target] : [];
            using var browser = NodeProgram.Start("node", folder, ["run.mjs", chromium, Origin(address), scenarios, .. screenshots]);
            var errors = browser.StandardError.ReadToEndAsync();
            while (await browser.StandardOutput.ReadLineAsync() is { } line)
            {
                switch (line)
                {
                    case "@stop":
                        server.Signal("TERM");
                        await server.EndAsync();
                        await browser.StandardInput.WriteLineAsync("stopped");
                        break;
                    case "@start":
                        await server.DisposeAsync();
                        server = await ServerProcess.StartAsync(home, address.Port);
                        await browser.StandardInput.WriteLineAsync("started");
                        break;
                    case "@lock":
                        await File.WriteAllTextAsync(settings["locked.conf"], $"kokoro.http.token = \"{Token}\"\n");
                        locked ??= await ServerProcess.StartAsync(home, 0, "--config", settings["locked.conf"]);
                        await browser.StandardInput.WriteLineAsync($"{Origin(locked.Client.BaseAddress!)} {Token}");
                        break;
                    default:
                        var result = JsonSerializer.Deserialize<Result>(line, Names)!;
                        Results.Add(result.Name, result);
                        break;
                }
            }

            Errors = await errors;
        }
        finally
        {
            await server.DisposeAsync();
            if (locked is not null)
                await locked.DisposeAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <param name="Error">Null where all is well.</param>
    /// <param name="Note">What was measured.</param>
    public sealed record Result(string Name, string? Error, string? Note);
}

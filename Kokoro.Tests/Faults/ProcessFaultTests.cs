using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>The server as a process: how it ends, and what it never has in it.</summary>
public sealed partial class ProcessFaultTests
{
    /// <summary>More than there are engines.</summary>
    private const int Requests = 4;

    /// <summary>Long enough for all of them to be on their way at the same time, and for the signal to come before the first one ends.</summary>
    private static readonly string Text = string.Concat(Enumerable.Repeat("A text of some length, so that it is still on its way when the signal comes. ", 2));

    private static readonly Dictionary<string, string> TwoOfEach = new() { ["KOKORO_PHONEMIZERS_SIZE"] = "2", ["KOKORO_SYNTHESIS_SIZE"] = "2" };

    [Theory]
    [InlineData("TERM", false)]
    [InlineData("TERM", true)]
    [InlineData("INT", true)]
    public async Task A_signal_under_load_lets_everything_finish_and_leaves_nobody(string signal, bool isGroup)
    {
        // So that a slow machine takes all of them.
        using var folder = new TemporaryFolder();
        var config = Path.Combine(folder.Path, "kokoro.conf");
        await File.WriteAllTextAsync(config, "kokoro.admission { whole-wait = 10 m, drain-within = 2 m }\n");
        await using var server = await ServerProcess.StartAsync(TwoOfEach, options: ["--config", config]);
        var expected = await WavAsync(server, Text);
        var children = ProcessTree.ChildrenOf(server.Id);
        Assert.NotEmpty(children);

        var replies = Enumerable.Range(0, Requests).Select(_ => WavAsync(server, Text)).ToArray();
        await UntilBegunAsync(server, 1 + Requests);
        server.Signal(signal, isGroup);

        foreach (var reply in replies)
            Assert.Equal(expected, await reply);
        var (exitCode, error) = await server.EndAsync();
        Assert.True(exitCode == 0, $"exit code {exitCode}: {error}");
        Assert.All(children, child => Assert.False(ProcessTree.IsRunning(child), $"engine {child} is still there"));
    }

    [Fact]
    public async Task A_server_that_is_killed_leaves_no_engine_behind()
    {
        await using var server = await ServerProcess.StartAsync(TwoOfEach);
        await WavAsync(server, "Hello.");
        var children = ProcessTree.ChildrenOf(server.Id);
        Assert.NotEmpty(children);

        server.Signal("KILL");
        await server.EndAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (children.Any(ProcessTree.IsRunning))
            Assert.True(await poll.WaitForNextTickAsync(limit.Token));
    }

    [Fact]
    public async Task The_server_itself_never_loads_native_speech_libraries_and_never_logs_a_text()
    {
        const string Secret = "xylographer";
        using var folder = new TemporaryFolder();
        var log = Path.Combine(folder.Path, "kokoro.log");
        var config = Path.Combine(folder.Path, "kokoro.conf");
        await File.WriteAllTextAsync(config, $"kokoro.log {{ level = debug, file = \"{log}\" }}\n");
        await using var server = await ServerProcess.StartAsync("--config", config);
        await WavAsync(server, $"The {Secret} spoke.");
        using var refused = await SpeakAsync(server, $$"""{"text":"{{Secret}}","voice":"nobody"}""");
        using var unknown = await SpeakAsync(server, $$"""{"text":"{{Secret}}","{{Secret}}":1}""");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        var maps = await File.ReadAllTextAsync($"/proc/{server.Id}/maps");
        Assert.DoesNotContain("onnxruntime.so", maps, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("libonnxruntime", maps, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("espeak", maps, StringComparison.OrdinalIgnoreCase);
        server.Signal("TERM");
        var (_, error) = await server.EndAsync();
        var logged = string.Concat(Directory.GetFiles(folder.Path, "*.log").Select(File.ReadAllText));
        Assert.Contains("utterance u1", logged, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, logged + error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_that_names_the_option()
    {
        await using var server = await ServerProcess.StartAsync();

        var second = await KokoroProcess.RunAsync("serve", "--port", server.Client.BaseAddress!.Port.ToString());

        Assert.Equal(Kokoro.Host.Cli.ExitCode.InputOutput, second.ExitCode);
        Assert.Contains("--port", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_short_and_ten_long_requests_in_a_row_are_all_exact_the_first_one_cold()
    {
        await using var server = await ServerProcess.StartAsync();
        var longText = string.Concat(Enumerable.Repeat("It was a long text with many sentences, and each of them was as long as the one before. ", 2));
        foreach (var text in new[] { "Hello", longText })
        {
            byte[]? first = null;
            for (var i = 0; i < 10; i++)
            {
                var wav = await WavAsync(server, text);
                Assert.NotEmpty(WavContent.Exact(wav));
                first ??= wav;
                Assert.Equal(first, wav);
            }
        }
    }

    private static Task<HttpResponseMessage> SpeakAsync(ServerProcess server, string json) =>
        server.Client.PostAsync("/speak", new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task<byte[]> WavAsync(ServerProcess server, string text)
    {
        using var response = await SpeakAsync(server, $$"""{"text":"{{text}}"}""");
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(body[..Math.Min(300, body.Length)])}");
        return body;
    }

    /// <summary>Waits until so many have been admitted, whether they are still on their way or not.</summary>
    private static async Task UntilBegunAsync(ServerProcess server, int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Begun().Matches(await server.Client.GetStringAsync("/metrics", limit.Token)).Sum(match => int.Parse(match.Groups[1].Value)) < count)
        {
            // Asked again at once: they are on their way for a fraction of a second.
        }
    }

    [GeneratedRegex(@"^kokoro_utterances_(?:open|ended_total)\{.*\} (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Begun();
}

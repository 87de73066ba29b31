using Kokoro.Host.Cli;
using Kokoro.Host.NativeMessaging;

namespace Kokoro.Tests.NativeMessaging;

public sealed class NativeHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Scripted _requests = new();

    [Fact]
    public async Task Each_message_has_its_answer_in_order()
    {
        var (exitCode, answers) = await RunAsync([.. MessageFrames.Of("""{"type":"status"}"""), .. MessageFrames.Of("""{"type":"start"}""")]);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["""{"ok":true,"running":false,"server":"http://127.0.0.1:1"}""", """{"ok":true,"server":"http://127.0.0.1:1","token":"secret"}"""], answers);
    }

    [Fact]
    public async Task A_start_hands_on_the_token_that_the_extension_has()
    {
        await RunAsync([.. MessageFrames.Of("""{"type":"start","token":"mine"}"""), .. MessageFrames.Of("""{"type":"start","token":7}""")]);

        Assert.Equal(["mine", null], _requests.Tokens);
    }

    [Theory]
    [InlineData("""{"type":"stop"}""", "Message type stop is not known; send start or status.")]
    [InlineData("""{"type":7}""", "The message has no type; send start or status.")]
    [InlineData("""{}""", "The message has no type; send start or status.")]
    [InlineData("""["start"]""", "The message has no type; send start or status.")]
    [InlineData("""start""", "The message is not JSON; send an object with a type.")]
    public async Task What_is_not_understood_is_refused_and_the_next_message_answered(string message, string error)
    {
        var (exitCode, answers) = await RunAsync([.. MessageFrames.Of(message), .. MessageFrames.Of("""{"type":"status"}""")]);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal($$"""{"ok":false,"error":"{{error}}"}""", answers[0]);
        Assert.StartsWith("""{"ok":true,"running":false""", answers[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_the_answer_and_in_the_log()
    {
        _requests.Refusal = "Port 8880 is taken.";

        var (exitCode, answers) = await RunAsync(MessageFrames.Of("""{"type":"start"}"""));

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["""{"ok":false,"error":"Port 8880 is taken."}"""], answers);
        Assert.EndsWith(" Port 8880 is taken.\n", await File.ReadAllTextAsync(_folder["host.log"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_frame_ends_it_without_an_answer_and_is_in_the_log_as_bytes()
    {
        var (exitCode, answers) = await RunAsync([.. MessageFrames.Of("""{"type":"status"}"""), .. "hello world"u8]);

        Assert.Equal(ExitCode.InputOutput, exitCode);
        Assert.Single(answers);
        Assert.EndsWith("68 65 6c 6c 6f 20 77 6f 72 6c 64 |hello world|\n", await File.ReadAllTextAsync(_folder["host.log"]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<(int ExitCode, string[] Answers)> RunAsync(byte[] input)
    {
        using var output = new MemoryStream();
        var log = new HostLog(_folder["host.log"], TimeProvider.System);
        var exitCode = await new NativeHost(new MessageReader(new MemoryStream(input)), new MessageWriter(output), _requests, log).RunAsync(CancellationToken.None);
        return (exitCode, [.. MessageFrames.Parse(output.ToArray()).Select(answer => answer.GetRawText())]);
    }

    private sealed class Scripted : IHostRequests
    {
        public string? Refusal { get; set; }

        public Task<HostReply> StatusAsync(CancellationToken cancellationToken) => Task.FromResult(new HostReply(true, Running: false, Server: "http://127.0.0.1:1"));

        public List<string?> Tokens { get; } = [];

        public Task<HostReply> StartAsync(string? token, CancellationToken cancellationToken)
        {
            Tokens.Add(token);
            return Refusal is { } refusal ? throw new HostException(refusal) : Task.FromResult(new HostReply(true, Server: "http://127.0.0.1:1", Token: "secret"));
        }
    }
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using Kokoro.Host.Cli;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.NativeMessaging;

public sealed class NativeHostProcessTests : IDisposable
{
    private readonly HostProcess _host = new();

    [Fact]
    public async Task Asked_twice_at_once_it_starts_one_server_that_outlives_it_and_takes_both_tokens()
    {
        var answers = await Task.WhenAll(_host.AskAsync("start"), _host.AskAsync("start"));
        var status = await _host.AskAsync("status");

        Assert.All(answers, answer => Assert.True(answer.GetProperty("ok").GetBoolean(), answer.GetRawText()));
        Assert.True(status.GetProperty("running").GetBoolean());
        var server = Assert.Single(_host.Servers);
        Assert.Equal(server, SessionOf(server));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_host.Port}") };
        Assert.Equal(answers.Select(answer => answer.GetProperty("server").GetString()), Enumerable.Repeat(client.BaseAddress.OriginalString, 2));
        var codes = await Task.WhenAll(answers.Select(answer => VoicesAsync(client, answer.GetProperty("token").GetString()!)));
        Assert.All(codes, code => Assert.Equal(HttpStatusCode.OK, code));
    }

    [Fact]
    public async Task The_log_of_a_server_goes_to_the_file_that_has_a_limit_and_only_its_few_notes_to_the_other()
    {
        Assert.True((await _host.AskAsync("start")).GetProperty("ok").GetBoolean());
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_host.Port}") };
        using var speak = JsonContent.Create(new { text = "Hello." });
        using var spoken = await client.PostAsync(new Uri("/speak", UriKind.Relative), speak);

        Assert.Equal(HttpStatusCode.OK, spoken.StatusCode);
        await LoggedAsync("utterance u1");
        Assert.DoesNotMatch(@"(?m)^\d\d:\d\d:", await File.ReadAllTextAsync(Path.Combine(_host.Folder, "server-start.log")));
    }

    [Fact]
    public async Task Status_starts_nothing()
    {
        var status = await _host.AskAsync("status");

        Assert.Equal($$"""{"ok":true,"running":false,"server":"http://127.0.0.1:{{_host.Port}}"}""", status.GetRawText());
        Assert.False(Directory.Exists(_host.Folder));
    }

    [Fact]
    public async Task Another_program_on_the_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, _host.Port);
        listener.Start();
        var refuse = RefuseAsync(listener);

        var answer = await _host.AskAsync("start");

        var name = (await File.ReadAllTextAsync("/proc/self/comm")).Trim();
        Assert.Equal(
            $"Port {_host.Port} is taken by {name} (process {Environment.ProcessId}), which is not Kokoro; end it, or set another kokoro.http.port.",
            answer.GetProperty("error").GetString());
        listener.Stop();
        await refuse;
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_a_sentence()
    {
        _host.Configure("kokoro.http.prt = 1\n");

        var answer = await _host.AskAsync("start");

        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Matches(@"^The settings cannot be read: .*kokoro\.conf:1.*prt.*\.$", answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_server_that_cannot_start_is_a_sentence_with_what_it_said()
    {
        _host.Configure($"kokoro.http.port = {_host.Port}\nkokoro.engine.model = \"/nowhere/model.onnx\"\n");

        var answer = await _host.AskAsync("start");

        Assert.Matches(@"^The server ended at its start \(.*/nowhere/model\.onnx.*\); start it in a terminal to see why: kokoro serve\.$", answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_server_that_cannot_write_its_log_is_a_sentence_with_the_file()
    {
        var log = Path.Combine(_host.Folder, "server.log");
        Directory.CreateDirectory(log);

        var answer = await _host.AskAsync("start");

        Assert.Contains($"the log '{log}' cannot be written", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_that_is_cut_off_ends_it_with_the_bytes_in_the_log()
    {
        var (exitCode, answers, _) = await _host.RunAsync(MessageFrames.Of("""{"type":"status"}""")[..9]);

        Assert.Equal(ExitCode.InputOutput, exitCode);
        Assert.Empty(answers);
        Assert.EndsWith("the input ended inside of a message, after 9 bytes: 11 00 00 00 7b 22 74 79 70 |....{\"typ|\n", _host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop/")]
    [InlineData("chrome-extension://jmfeckioepfffcpkkhjfjlfgiinppnlk")]
    public async Task Another_extension_is_refused_whatever_it_asks(string caller)
    {
        var (exitCode, answers, _) = await _host.RunAsync([], caller);

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Equal("""{"ok":false,"error":"This extension is not Kokoro\u0027s own, so it may not start the server."}""", Assert.Single(answers).GetRawText());
        Assert.EndsWith($" refused {caller[..40]}…\n", _host.Log, StringComparison.Ordinal);
    }

    public void Dispose() => _host.Dispose();

    private async Task LoggedAsync(string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var log = Path.Combine(_host.Folder, "server.log");
        while (!(await File.ReadAllTextAsync(log)).Contains(part, StringComparison.Ordinal))
            Assert.True(await poll.WaitForNextTickAsync(limit.Token), $"server.log never had '{part}'");
    }

    private static async Task<HttpStatusCode> VoicesAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/voices")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
        request.Headers.Add("Origin", HostProcess.Reader);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task RefuseAsync(TcpListener listener)
    {
        try
        {
            while (true)
                (await listener.AcceptTcpClientAsync()).Dispose();
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    /// <summary>The fourth field after the name in brackets, which may hold anything.</summary>
    private static int SessionOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], CultureInfo.InvariantCulture);
    }
}

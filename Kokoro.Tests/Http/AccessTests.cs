using System.Net;
using System.Net.Sockets;
using System.Text;
using Kokoro.Actors.Settings;
using Kokoro.Host.Pairing;
using Kokoro.Host.Security;
using Kokoro.Host.Serving;
using static Kokoro.Tests.Pairing.PairingClient;

namespace Kokoro.Tests.Http;

/// <summary>Who may ask.</summary>
public sealed class AccessTests
{
    private const int Port = 8880;

    private static readonly string?[] Hosts = ["localhost:8880", "127.0.0.1:8880", "LOCALHOST:8880", "proxy.example", null, "", "evil.example:8880", "localhost:8881", "localhost", "127.0.0.2:8880", "localhost.:8880", "localhost:8880, localhost:8880"];
    private static readonly string?[] Origins = [null, "null", "http://evil.example", "SAME", "https://localhost:8880", "chrome-extension://abcdefghijklmnop", Reader, Companion];
    private static readonly string?[] Sites = [null, "same-origin", "same-site", "cross-site", "none"];
    private static readonly string[] Methods = ["GET", "POST", "OPTIONS"];
    private static readonly string[] Paths = ["/", "/speak", "/health/live", "/voices", "/pair", "/pair/token", "/Pair/Code"];
    private static readonly string?[] Tokens = [null, "right", "wrong", "of the reader"];

    /// <summary>All combinations, each with the status that the rules predict when they are read aloud.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("right")]
    public void Every_combination_of_headers_is_answered_as_the_rules_say(string demanded)
    {
        using var folder = new TemporaryFolder();
        var paired = new PairedTokens(folder.Path, TimeProvider.System);
        var ofReader = paired.Add(Reader, "reader").Token;
        var rules = new AccessRules(new HttpSettings { Hosts = ["proxy.example"], Token = demanded }, paired, TimeProvider.System);
        var count = 0;
        foreach (var host in Hosts)
        foreach (var origin in Origins)
        foreach (var site in Sites)
        foreach (var method in Methods)
        foreach (var path in Paths)
        foreach (var token in Tokens)
        {
            var sent = origin == "SAME" ? $"http://{host}" : origin;

            // Each from a peer of its own, so that nobody has guessed too often; a third of the OPTIONS are a browser's question before a request.
            var asked = method == "OPTIONS" && count % 3 == 0 ? "POST" : null;
            var request = new AccessRequest(
                IPAddress.Loopback, Port, $"peer {count++}", method, path, host, sent, site is not null, site, site == "none" ? "navigate" : null, token == "of the reader" ? ofReader : token, asked);
            Assert.Equal(
                IsKnown(host) && (origin == Reader || origin == Companion)
                    ? PredictedForExtension(origin, method, path, token, demanded, asked)
                    : Predicted(host, origin, site, method, path, token, demanded),
                rules.Check(request)?.Status ?? 200);
        }

        Assert.True(count > 40_000);
    }

    private static int Predicted(string? host, string? origin, string? site, string method, string path, string? token, string demanded)
    {
        if (string.IsNullOrEmpty(host))
            return 400;
        if (!IsKnown(host))
            return 421;
        var isRight = demanded.Length > 0 && token == demanded;
        var isOwn = site == "same-origin" || origin == "SAME" || (origin is null && site == "none" && method == "GET" && path is ("/" or "/pair"));
        if ((origin is not null || site is not null) && !isRight && !isOwn)
            return 403;
        if (path is ("/pair/token" or "/Pair/Code") && site != "same-origin")
            return 403;
        return demanded.Length == 0 || isRight || path is "/health/live" or "/" or "/pair" ? 200 : 401;
    }

    private static int PredictedForExtension(string origin, string method, string path, string? token, string demanded, string? asked)
    {
        if (asked is not null || (method, path) is ("GET", "/health/live") or ("POST", "/pair/token"))
            return 200;
        if (token == "of the reader" && origin != Reader)
            return 403;
        if (token is null or "wrong" || (token == "right" && demanded.Length == 0))
            return 401;
        return path is "/pair/token" or "/Pair/Code" ? 403 : 200;
    }

    private static bool IsKnown(string? host) => host is "localhost:8880" or "127.0.0.1:8880" or "LOCALHOST:8880" or "proxy.example";

    [Fact]
    public void After_ten_wrong_tokens_a_peer_is_not_listened_to_for_a_minute()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        var guard = new TokenGuard("right", new PairedTokens(folder.Path, time), time);
        for (var i = 0; i < TokenGuard.MostFailures; i++)
            Assert.Equal(TokenVerdict.Wrong, guard.Check("a", "wrong"));

        Assert.Equal(TokenVerdict.TooManyFailures, guard.Check("a", "right"));
        Assert.Equal(TokenVerdict.Right, guard.Check("b", "right"));
        time.Advance(TokenGuard.Window);
        Assert.Equal(TokenVerdict.Right, guard.Check("a", "right"));
    }

    [Theory]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", "200")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: evil.example\r\n\r\n", "421")]
    [InlineData("GET /health/live HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /health/live HTTP/1.0\r\n\r\n", "400")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\n\r\n", "400")]
    [InlineData("POST /speak HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n\r\n", "403")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n\r\n", "403")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nSec-Fetch-Dest: empty\r\n\r\n", "403")]
    [InlineData("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nSec-Fetch-Mode: cors\r\n\r\n", "200")] // fetch of Node.js
    public async Task The_rules_stand_before_everything_else_on_the_wire(string request, string status)
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", server.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request.Replace("PORT", server.Port.ToString(), StringComparison.Ordinal)));
        var answer = new byte[12];
        await new NetworkStream(socket).ReadExactlyAsync(answer);

        Assert.Equal(status, Encoding.ASCII.GetString(answer)[9..]);
    }

    [Fact]
    public void Without_a_setting_nothing_listens_beyond_loopback()
    {
        using var listening = Listening.Open(new HttpSettings().Listen, port: 0);

        Assert.NotEmpty(listening.EndPoints);
        Assert.All(listening.EndPoints, each => Assert.True(IPAddress.IsLoopback(Assert.IsType<IPEndPoint>(each).Address)));
    }

    private sealed class ManualTime : TimeProvider
    {
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public void Advance(TimeSpan time) => _now += time;
    }
}

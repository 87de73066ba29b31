using Kokoro.Tests.Serving;
using static Kokoro.Tests.Pairing.PairingClient;

namespace Kokoro.Tests.Pairing;

/// <summary>The whole server with its real engines, asked by the two extensions, by others, and by who says that he is one of them.</summary>
public sealed class CorsTests(RunningServer running) : IClassFixture<RunningServer>
{
    private readonly PairingClient _client = new(running.Server.Client);

    [Theory]
    [InlineData("GET", "/health/live", "READER", null, 200)]
    [InlineData("GET", "/health/live", "VOICES", "wrong", 200)]
    [InlineData("GET", "/health", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/voices", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/voices", "READER", "wrong", 401, "token_wrong")]
    [InlineData("GET", "/voices", "READER", "READER", 200)]
    [InlineData("GET", "/health", "READER", "READER", 200)]
    [InlineData("GET", "/voices", "VOICES", "VOICES", 200)]
    [InlineData("GET", "/voices", "VOICES", "READER", 403, "token_foreign")]
    [InlineData("GET", "/voices", "READER", "VOICES", 403, "token_foreign")]
    [InlineData("GET", "/voices", "chrome-extension://abcdefghijklmnopabcdefghijklmnop", "READER", 403, "browser_refused")]
    [InlineData("GET", "/voices", "READER/", "READER", 403, "browser_refused")]
    [InlineData("GET", "/voices", "READER, READER", "READER", 403, "browser_refused")]
    [InlineData("GET", "/voices", "null", "READER", 403, "browser_refused")]
    [InlineData("GET", "/voices", "http://evil.example", "READER", 403, "browser_refused")]
    [InlineData("GET", "/", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/pair", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/metrics", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/nowhere", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/nowhere", "READER", "READER", 404, "not_found")]
    [InlineData("GET", "/utterances/u999/timeline", "READER", "READER", 404, "utterance_unknown")]
    [InlineData("POST", "/speak", "READER", null, 401, "token_missing")]
    [InlineData("POST", "/speak", "READER", "READER", 415, "content_type")]
    [InlineData("POST", "/health/live", "READER", null, 401, "token_missing")]
    [InlineData("DELETE", "/speak", "READER", "READER", 405, "method_not_allowed")]
    [InlineData("OPTIONS", "/speak", "READER", null, 401, "token_missing")]
    [InlineData("GET", "/pair/token", "READER", null, 401, "token_missing")]
    [InlineData("POST", "/pair/code", "READER", null, 401, "token_missing")]
    [InlineData("POST", "/pair/code", "READER", "READER", 403, "page_only")]
    [InlineData("GET", "/PAIR/CODE", "READER", "READER", 403, "page_only")]
    [InlineData("POST", "/pair/code", null, null, 403, "page_only")]
    [InlineData("POST", "/Pair/Code/", null, null, 403, "page_only")]
    [InlineData("GET", "/pair/code", "http://evil.example", null, 403, "browser_refused")]
    [InlineData("POST", "/pair/token", null, null, 403, "page_only")]
    [InlineData("POST", "/pair/token", "http://evil.example", null, 403, "browser_refused")]
    [InlineData("POST", "/pair/token", "SELF", null, 403, "page_only")]
    [InlineData("POST", "/pair/code", "SELF", null, 403, "page_only")] // an Origin that an extension with a permission for this host has written
    [InlineData("GET", "/voices", null, null, 200)]
    public async Task Who_asks_decides_what_is_answered_and_who_may_read_it(string method, string path, string? who, string? token, int status, string? kind = null)
    {
        var origin = who is null ? null : Named(who).Replace("SELF", $"http://127.0.0.1:{running.Server.Port}", StringComparison.Ordinal);

        var answer = await _client.AskAsync(method, path, origin, token is "READER" or "VOICES" ? await TokenAsync(Named(token)) : token);

        Assert.Equal((status, kind), (answer.Status, kind is null ? null : answer.Text("kind")));
        var isOurs = who is "READER" or "VOICES";
        Assert.Equal(isOurs ? origin : null, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(isOurs ? "Retry-After, Server-Timing" : null, answer.Header("Access-Control-Expose-Headers"));
        Assert.Equal("Origin", answer.Header("Vary"));
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("READER", "/speak", null, 204)]
    [InlineData("VOICES", "/voices", null, 204)]
    [InlineData("READER", "/pair/token", null, 204)]
    [InlineData("READER", "/speak", "evil.example", 421)]
    [InlineData("http://evil.example", "/speak", null, 403)]
    [InlineData("chrome-extension://abcdefghijklmnopabcdefghijklmnop", "/speak", null, 403)]
    [InlineData("null", "/speak", null, 403)]
    public async Task A_preflight_is_answered_without_a_token_for_the_two_alone(string who, string path, string? host, int status)
    {
        var answer = await _client.AskAsync("OPTIONS", path, Named(who), site: "cross-site", asked: "POST", host: host);

        Assert.Equal(status, answer.Status);
        Assert.Equal(
            status == 204 ? (Named(who), "GET, POST", "authorization, content-type", "600") : (status == 421 ? Named(who) : null, null, null, null),
            (answer.Header("Access-Control-Allow-Origin"), answer.Header("Access-Control-Allow-Methods"), answer.Header("Access-Control-Allow-Headers"), answer.Header("Access-Control-Max-Age")));
        Assert.Equal("Origin", answer.Header("Vary"));
    }

    [Fact]
    public async Task A_paired_extension_hears_what_a_program_of_this_machine_hears()
    {
        var token = await TokenAsync(Reader);

        var answer = await _client.AskAsync("POST", "/speak", Reader, token, site: "cross-site", body: """{"text":"Hello there.","format":"frames","session":"s1","intent":"play"}""");

        Assert.Equal(200, answer.Status);
        Assert.Equal(Reader, answer.Header("Access-Control-Allow-Origin"));
        Assert.NotNull(answer.Header("Server-Timing"));
    }

    private static string Named(string who) => who.Replace("READER", Reader, StringComparison.Ordinal).Replace("VOICES", Companion, StringComparison.Ordinal);

    private async Task<string> TokenAsync(string origin) => (await _client.PairAsync(origin)).Text("token");
}

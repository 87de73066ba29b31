using System.Net;
using System.Text.Json;
using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Http;

/// <summary>What is asked of the edge besides speech, and whether the description says what is answered.</summary>
public sealed class HealthTests
{
    private static readonly ServerSettings Impatient = new() { Http = new() { AnswerWithin = TimeSpan.FromMilliseconds(50) } };

    [Theory]
    [InlineData(nameof(HealthProtocol.ServerState.Ready), 200)]
    [InlineData(nameof(HealthProtocol.ServerState.Starting), 503)]
    [InlineData(nameof(HealthProtocol.ServerState.Degraded), 503)]
    [InlineData(nameof(HealthProtocol.ServerState.Draining), 503)]
    public async Task The_server_is_ready_when_its_edge_says_so(string state, int status)
    {
        await using var server = await StartAsync(Enum.Parse<HealthProtocol.ServerState>(state));

        using var response = await server.Client.GetAsync("/health/ready");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 503, response.Headers.RetryAfter is not null);
        if (status == 503)
            Assert.Contains($"the server is {state.ToLowerInvariant()}: no model", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/voices")]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    public async Task An_edge_without_an_answer_is_a_problem_document(string path)
    {
        await using var silent = await ScriptedServer.StartAsync((_, _) => { }, Impatient);
        await using var failing = await ScriptedServer.StartAsync((_, _) => { }, other: (_, asker) => asker.Tell(new Status.Failure(new InvalidOperationException("a secret"))));

        using var none = await silent.Client.GetAsync(path);
        using var failed = await failing.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, none.StatusCode);
        Assert.NotNull(none.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.All([none, failed], response => Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType));
        Assert.DoesNotContain("secret", await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_touches_no_actor()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { }, other: (_, _) => Assert.Fail("it reached the edge"));

        Assert.Equal("""{"status":"live"}""", await server.Client.GetStringAsync("/health/live"));
    }

    [Theory]
    [InlineData("/voices", "VoiceList")]
    [InlineData("/health", "HealthReport")]
    [InlineData("/health/live", "HealthStatus")]
    [InlineData("/nowhere", "ProblemDocument")]
    public async Task Answers_are_as_the_description_says(string path, string schema)
    {
        await using var server = await StartAsync(HealthProtocol.ServerState.Degraded);
        using var api = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi.json"));
        using var response = await server.Client.GetAsync(path);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());

        var schemas = api.RootElement.GetProperty("components").GetProperty("schemas");
        Described.Check(answer.RootElement, schemas.GetProperty(schema), schemas);
    }

    [Fact]
    public async Task The_description_of_speak_has_its_fields_words_limits_and_headers()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { });
        using var api = JsonDocument.Parse(await server.Client.GetStringAsync("/openapi.json"));
        using var refused = await server.PostAsync("""{"text":"a","nothing":1}""");

        var fields = api.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("SpeakDocument");
        var names = fields.GetProperty("properties").EnumerateObject().Select(field => field.Name);
        Assert.Contains($"There are {string.Join(", ", names.Order(StringComparer.Ordinal))}.", Sorted(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(["text"], fields.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(["wav", "pcm", "frames"], fields.GetProperty("properties").GetProperty("format").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        var speak = api.RootElement.GetProperty("paths").GetProperty("/speak").GetProperty("post");
        Assert.Equal("X-Deadline-Ms", speak.GetProperty("parameters")[0].GetProperty("name").GetString());
        Assert.Equal(
            ["200", "400", "401", "403", "409", "413", "415", "421", "422", "429", "500", "503", "504"],
            speak.GetProperty("responses").EnumerateObject().Select(status => status.Name).Order(StringComparer.Ordinal));
    }

    /// <returns>The refusal with the names that it lists in the order of the alphabet.</returns>
    private static string Sorted(string refusal)
    {
        using var problem = JsonDocument.Parse(refusal);
        var (before, listed) = problem.RootElement.GetProperty("detail").GetString()!.Split("There are ") is [var start, var end] ? (start, end) : ("", "");
        return $"{before}There are {string.Join(", ", listed.Split(", ").Order(StringComparer.Ordinal))}.";
    }

    private static Task<ScriptedServer> StartAsync(HealthProtocol.ServerState state) => ScriptedServer.StartAsync((_, _) => { }, other: (message, asker) => asker.Tell(message switch
    {
        VoicesProtocol.ListVoices => new VoicesProtocol.VoiceList("a", [new("a", "A", "en-us", "female", "B", "folder"), new("b", "B", "en-gb", "male", null, "starter")]),
        HealthProtocol.GetHealth => new HealthProtocol.HealthReport(
            state, "m", 1, 2, 3.5, 4, 1, [new("synthesis-0", "busy", 5), new("synthesis-1", "idle", null)], new(0, 2, 7, 3, true, "no model"), new(2, 2, 0, 0, false, null)),
        _ => new Status.Failure(new ArgumentException("not asked of an edge")),
    }));
}

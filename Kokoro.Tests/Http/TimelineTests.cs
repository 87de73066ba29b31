using System.Net;
using System.Text.Json;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Http;

public sealed class TimelineTests(RunningServer running) : IClassFixture<RunningServer>
{
    private const string Text = "The first sentence is here. Then comes another one, which is longer than that. And a third!";

    private readonly TestServer _server = running.Server;

    [Fact]
    public async Task An_utterance_tells_what_it_did_when()
    {
        using var spoken = await _server.SpeakAsync(new { text = Text, format = "frames" });
        await spoken.Content.ReadAsByteArrayAsync();
        await _server.UntilIdleAsync();

        using var timeline = JsonDocument.Parse(await _server.Client.GetStringAsync($"/utterances/{spoken.Headers.GetValues("X-Utterance-Id").Single()}/timeline"));
        using var api = JsonDocument.Parse(await _server.Client.GetStringAsync("/openapi.json"));
        var (root, schemas) = (timeline.RootElement, api.RootElement.GetProperty("components").GetProperty("schemas"));
        Described.Check(root, schemas.GetProperty("TimelineDocument"), schemas);
        Assert.Equal("whole", root.GetProperty("outcome").GetString());
        var (first, total) = (root.GetProperty("first_audio").GetDouble(), root.GetProperty("total").GetDouble());
        Assert.InRange(first, 1e-4, total);

        var spans = root.GetProperty("spans").EnumerateArray().ToArray();
        Assert.Equal("text", Kind(spans[0]));
        Assert.InRange(spans.Count(span => Kind(span) == "phonemes"), 3, 6);
        var runs = spans.Where(span => Kind(span) == "run").ToArray();
        Assert.Equal(Enumerable.Range(0, runs.Length), runs.Select(run => run.GetProperty("index").GetInt32()));
        Assert.All(runs, run => Assert.Contains(run.GetProperty("width").GetString(), new[] { "narrow", "wide" }));
        Assert.Equal(runs.Length, spans.Count(span => Kind(span) == "queue"));
        Assert.Equal(runs.Length, spans.Count(span => Kind(span) == "writer"));
        Assert.Equal(first, runs[0].GetProperty("to").GetDouble());
        Assert.All(spans, span => Assert.InRange(span.GetProperty("to").GetDouble(), span.GetProperty("from").GetDouble(), total));
    }

    [Fact]
    public async Task An_utterance_that_nobody_waited_for_says_so()
    {
        using var gone = new CancellationTokenSource();
        using var spoken = await _server.SpeakAsync(JsonSerializer.Serialize(new { text = string.Concat(Enumerable.Repeat(Text, 100)), format = "pcm" }), gone.Token);
        await gone.CancelAsync();
        spoken.Dispose();
        await _server.UntilIdleAsync();

        using var timeline = JsonDocument.Parse(await _server.Client.GetStringAsync($"/utterances/{spoken.Headers.GetValues("X-Utterance-Id").Single()}/timeline"));

        Assert.Equal("client_gone", timeline.RootElement.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("u999999")]
    [InlineData("7")]
    [InlineData("u-1")]
    [InlineData("u99999999999999999999")]
    public async Task An_utterance_that_is_not_known_is_not_found(string id)
    {
        using var response = await _server.Client.GetAsync($"/utterances/{id}/timeline");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("utterance_unknown", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string? Kind(JsonElement span) => span.GetProperty("kind").GetString();
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Tests.Http;

/// <summary>What `POST /speak` takes, and how it refuses what it does not.</summary>
public sealed class SpeakRequestTests
{
    [Theory]
    [InlineData("""{"text":"a","voice":"v","speed":2,"language":"en-gb","format":"pcm","words":true,"priority":"batch","session":"s","intent":"prefetch","emoji":"named"}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"text":"a","voice":null,"speed":0.25}""")]
    public async Task Every_field_reaches_the_edge(string json)
    {
        SpeakProtocol.Speak? asked = null;
        await using var server = await ScriptedServer.StartAsync((speak, asker) =>
        {
            asked = speak;
            ScriptedServer.Speaking(ScriptedServer.Piece(10))(speak, asker);
        });

        using var response = await server.PostAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var body = JsonDocument.Parse(json);
        var isFull = body.RootElement.TryGetProperty("priority", out _);
        var request = asked!.Request;
        Assert.Equal("127.0.0.1", request.Client);
        Assert.Equal(isFull ? "v" : null, request.Voice);
        Assert.Equal(isFull ? Delivery.Stream : Delivery.Whole, request.Delivery);
        Assert.Equal(isFull ? Priority.Batch : Priority.Interactive, request.Priority);
        Assert.Equal(isFull ? Intent.Prefetch : Intent.Play, request.Intent);
        Assert.Equal(isFull, request.NameEmoji);
        Assert.Equal(isFull ? "s" : null, request.Session);
    }

    public static TheoryData<string, int, string, string?> Refusals => new()
    {
        { "", 400, "json_invalid", null },
        { "[]", 400, "json_invalid", null },
        { """{"text":"a","text":"b"}""", 400, "field_doubled", "text" },
        { """{"text":"a"} x""", 400, "json_invalid", null },
        { """{"a":[[[[[[[1]]]]]]]}""", 400, "field_unknown", "a" },
        { """{"a":[[[[[[[[1]]]]]]]]}""", 400, "json_invalid", null },
        { "{}", 400, "field_missing", "text" },
        { """{"text":null}""", 400, "field_missing", "text" },
        { """{"text":1}""", 400, "field_invalid", "text" },
        { """{"text":"\ud800"}""", 400, "json_invalid", "text" },
        { """{"text":"a","format":"\ud800"}""", 400, "json_invalid", "format" },
        { """{"text":"a","\ud800":"b"}""", 400, "json_invalid", null },
        { """{"text":"a","speed":NaN}""", 400, "json_invalid", null },
        { """{"text":"a","voise":"x"}""", 400, "field_unknown", "voise" },
        { """{"text":"a","speed":"fast"}""", 400, "field_invalid", "speed" },
        { """{"text":"a","speed":0.24}""", 422, "speed_unusable", "speed" },
        { """{"text":"a","speed":4.01}""", 422, "speed_unusable", "speed" },
        { """{"text":"a","speed":1e999}""", 400, "field_invalid", "speed" },
        { """{"text":"a","format":"mp3"}""", 400, "field_invalid", "format" },
        { """{"text":"a","stream":"yes"}""", 400, "field_invalid", "stream" },
        { """{"text":"a","priority":"high"}""", 400, "field_invalid", "priority" },
        { """{"text":"   "}""", 422, "nothing_speakable", "text" },
        { $$"""{"text":"a","voice":"{{new string('v', 65)}}"}""", 400, "field_too_long", "voice" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_taken_is_named_with_its_field(string json, int status, string kind, string? field)
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"));

        using var response = await server.PostAsync(json);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        Assert.Equal(kind, problem.RootElement.GetProperty("kind").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(field, problem.RootElement.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    public static TheoryData<string> AtTheirLimits => new()
    {
        """{"text":"a","speed":0.25}""",
        """{"text":"a","speed":4}""",
        $$"""{"text":"a","voice":"{{new string('v', 64)}}"}""",
        $$"""{"text":"a","session":"{{new string('s', 64)}}"}""",
    };

    [Theory]
    [MemberData(nameof(AtTheirLimits))]
    public async Task What_is_at_its_limit_is_taken(string json)
    {
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(ScriptedServer.Piece(1)));

        using var response = await server.PostAsync(json);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_mistyped_field_is_answered_with_the_nearest_one()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => { });

        using var response = await server.PostAsync("""{"text":"a","spede":1}""");

        Assert.Contains("did you mean 'speed'?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, HttpStatusCode.OK)]
    [InlineData(10, HttpStatusCode.OK)]
    [InlineData(11, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_text_may_be_as_long_as_the_limit(int length, HttpStatusCode expected)
    {
        await using var server = await ScriptedServer.StartAsync(
            ScriptedServer.Speaking(ScriptedServer.Piece(1)), new ServerSettings { Http = new() { MostTextLength = 10 } });

        using var response = await server.PostAsync($$"""{"text":"{{new string('a', length)}}"}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_may_be_as_large_as_the_limit(int beyond, HttpStatusCode expected)
    {
        const int Limit = 4096;
        await using var server = await ScriptedServer.StartAsync(
            ScriptedServer.Speaking(ScriptedServer.Piece(1)), new ServerSettings { Http = new() { MostBodyBytes = Limit } });
        const string Frame = """{"text":""}""";

        using var response = await server.PostAsync($$"""{"text":"{{new string('a', Limit - Frame.Length + beyond)}}"}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_has_the_same_limit()
    {
        await using var server = await ScriptedServer.StartAsync(
            (_, _) => Assert.Fail("it reached the edge"), new ServerSettings { Http = new() { MostBodyBytes = 4096 } });

        using var response = await server.PostAsync($$"""{"text":"{{new string('a', 5000)}}"}""", request => request.Headers.TransferEncodingChunked = true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("body_too_large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_content_is_refused()
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"));

        using var plain = await server.PostAsync("a", request => request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain"));
        using var packed = await server.PostAsync("""{"text":"a"}""", request => request.Content!.Headers.ContentEncoding.Add("gzip"));
        using var got = await server.Client.GetAsync("/speak");
        using var head = await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/speak"));
        using var nowhere = await server.Client.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, plain.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, packed.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, got.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
        Assert.Equal("POST", Assert.Single(got.Content.Headers.Allow));
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        foreach (var response in new[] { plain, packed, got, nowhere })
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("600001")]
    public async Task A_deadline_that_is_none_is_refused(string deadline)
    {
        await using var server = await ScriptedServer.StartAsync((_, _) => Assert.Fail("it reached the edge"));

        using var response = await server.PostAsync("""{"text":"a"}""", request => request.Headers.Add("X-Deadline-Ms", deadline));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("600000")]
    public async Task A_deadline_may_be_as_long_as_ten_minutes(string deadline)
    {
        await using var server = await ScriptedServer.StartAsync(ScriptedServer.Speaking(ScriptedServer.Piece(1)));

        using var response = await server.PostAsync("""{"text":"a"}""", request => request.Headers.Add("X-Deadline-Ms", deadline));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}

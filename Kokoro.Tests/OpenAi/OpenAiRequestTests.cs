using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json;
using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Host.OpenAi;
using Kokoro.Tests.Http;

namespace Kokoro.Tests.OpenAi;

/// <summary>What is made of a request under /v1, and how it is answered.</summary>
public sealed class OpenAiRequestTests
{
    private static readonly VoicesProtocol.VoiceList Starter = Voices("af_linden", "af_wren", "am_aster", "am_basalt");

    [Fact]
    public async Task A_request_of_OpenAI_and_one_of_Kokoro_FastAPI_become_the_same_as_of_speak()
    {
        SpeechRequest? asked = null;
        await using var server = await StartAsync(speak => asked = speak.Request);

        using var openAi = await PostAsync(server, """{"model":"tts-1-hd","input":"Hello","voice":"am_basalt","response_format":"pcm","speed":1.25,"instructions":"cheerfully","stream_format":"audio"}""");
        Assert.Equal((HttpStatusCode.OK, "audio/pcm"), (openAi.StatusCode, openAi.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("Hello", "am_basalt", 1.25f, Delivery.Stream, Priority.Interactive), (asked!.Text, asked.Voice, asked.Speed, asked.Delivery, asked.Priority));

        using var fastApi = await PostAsync(
            server, """{"model":"kokoro","input":"Hello","voice":{"id":"af_wren"},"response_format":"wav","stream":false,"lang_code":"b","volume_multiplier":1.0,"return_download_link":false,"download_format":null,"voice_aliases":{},"normalization_options":{"normalize":true}}""");
        Assert.Equal((HttpStatusCode.OK, 48L), (fastApi.StatusCode, fastApi.Content.Headers.ContentLength));
        Assert.Equal(("af_wren", "en-gb", Delivery.Whole), (asked.Voice, asked.Language, asked.Delivery));
    }

    [Theory]
    [InlineData("""{"input":"Hello"}""", 501, "format_not_built", "response_format")]
    [InlineData("""{"input":"Hello","response_format":"opus"}""", 501, "format_not_built", "response_format")]
    [InlineData("""{"input":"Hello","response_format":"aac"}""", 501, "format_not_built", "response_format")]
    [InlineData("""{"input":"Hello","response_format":"flac"}""", 501, "format_not_built", "response_format")]
    [InlineData("""{"input":"Hello","response_format":"ogg"}""", 400, "field_invalid", "response_format")]
    [InlineData("""{"input":"Hello","response_format":"pcm","stream_format":"sse"}""", 400, "field_invalid", "stream_format")]
    [InlineData("""{"response_format":"pcm"}""", 400, "field_missing", "input")]
    [InlineData("""{"input":" ","response_format":"pcm"}""", 422, "nothing_speakable", "input")]
    [InlineData("""{"input":"Hello","response_format":"pcm","speed":5}""", 422, "speed_unusable", "speed")]
    [InlineData("""{"input":"Hello","response_format":"pcm","model":"whisper-1"}""", 404, "model_not_found", "model")]
    [InlineData("""{"input":"Hello","response_format":"pcm","voice":7}""", 400, "field_invalid", "voice")]
    [InlineData("""{"input":"Hello","response_format":"pcm","voice":{"name":"x"}}""", 400, "field_unknown", "name")]
    [InlineData("""{"input":"Hello","response_format":"pcm","lang_code":"j"}""", 400, "field_invalid", "lang_code")]
    [InlineData("""{"input":"Hello","response_format":"pcm","ssml":true}""", 400, "field_not_built", "ssml")]
    [InlineData("""{"input":"Hello","response_format":"pcm","ssml":1}""", 400, "field_not_built", "ssml")]
    [InlineData("""{"input":"Hello","response_format":"pcm","volume_multiplier":false}""", 400, "field_not_built", "volume_multiplier")]
    [InlineData("""{"input":"Hello","response_format":"pcm","voice_aliases":{"a":"af_wren"}}""", 400, "field_not_built", "voice_aliases")]
    [InlineData("""{"input":"Hello","response_format":"pcm","volume_multiplier":2}""", 400, "field_not_built", "volume_multiplier")]
    [InlineData("""{"input":"Hello","response_format":"pcm","temperature":1}""", 400, "field_unknown", "temperature")]
    [InlineData("""{""", 400, "json_invalid", null)]
    public async Task What_cannot_be_done_is_refused_in_the_shape_of_OpenAI(string json, int status, string code, string? param)
    {
        await using var server = await StartAsync(_ => Assert.Fail("it was spoken"));

        using var response = await PostAsync(server, json);

        Assert.Equal((status, "application/json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal((code, param), await ErrorAsync(response));
    }

    [Theory]
    [InlineData(ProblemKind.OverShare, 429, "rate_limit_error")]
    [InlineData(ProblemKind.Full, 503, "server_error")]
    public async Task A_refusal_for_lack_of_room_says_when_to_come_back(ProblemKind kind, int status, string type)
    {
        await using var server = await ScriptedServer.StartAsync((_, asker) => asker.Tell(new SpeakProtocol.Refused(new(kind, "no room", RetryAfter: TimeSpan.FromSeconds(6.2)))));

        using var response = await PostAsync(server, """{"input":"Hello","response_format":"pcm"}""");

        Assert.Equal((status, TimeSpan.FromSeconds(7)), ((int)response.StatusCode, response.Headers.RetryAfter?.Delta));
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(type, body.RootElement.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("/v1/models/nothing", 404)]
    [InlineData("/v1/nothing", 404)]
    [InlineData("/v1/audio/speech", 405)]
    [InlineData("/v1/audio/voices?legacy=x", 400)]
    [InlineData("/v1/audio/voices?legacy=1&legacy=0", 400)]
    public async Task Whatever_is_asked_under_v1_its_errors_have_that_shape(string path, int status)
    {
        await using var server = await StartAsync(static _ => { });

        using var response = await server.Client.GetAsync(path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEqual((null, null), await ErrorAsync(response));
    }

    [Fact]
    public async Task Voices_are_listed_as_Kokoro_FastAPI_lists_them()
    {
        await using var server = await StartAsync(static _ => { });

        Assert.StartsWith("""{"voices":[{"id":"af_linden","name":"Af_linden"},""", await server.Client.GetStringAsync("/v1/audio/voices"), StringComparison.Ordinal);
        foreach (var yes in new[] { "true", "True", "1", "t", "yes", "y", "on" })
            Assert.Equal("""{"voices":["af_linden","af_wren","am_aster","am_basalt"]}""", await server.Client.GetStringAsync($"/v1/audio/voices?legacy={yes}"));
        foreach (var no in new[] { "false", "FALSE", "0", "f", "no", "n", "off" })
            Assert.StartsWith("""{"voices":[{"id":""", await server.Client.GetStringAsync($"/v1/audio/voices?legacy={no}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alloy", "am_aster", "am_adam")]
    [InlineData("nova", "af_linden", "bf_isabella")]
    [InlineData("marin", "af_linden", "af_heart")]
    public async Task A_voice_of_OpenAI_is_the_one_that_Kokoro_FastAPI_takes_for_it_or_a_starter_voice(string name, string starter, string kokoro)
    {
        SpeechRequest? asked = null;
        await using var server = await StartAsync(speak => asked = speak.Request);
        using var response = await PostAsync(server, $$"""{"input":"Hello","response_format":"pcm","voice":"{{name}}"}""");

        Assert.Equal(starter, asked!.Voice);
        Assert.Equal(kokoro, OpenAiVoices.Resolve(name, Voices(starter, kokoro)));
        Assert.Equal(name, OpenAiVoices.Resolve(name, Voices(starter, kokoro, name)));
        Assert.Null(OpenAiVoices.Resolve(name, Voices("zz_other")));
    }

    [Fact]
    public void Each_of_the_thirteen_names_has_a_starter_voice()
    {
        foreach (var name in "alloy ash ballad cedar coral echo fable marin nova onyx sage shimmer verse".Split(' '))
        {
            Assert.True(OpenAiVoices.IsAlias(name), name);
            Assert.NotNull(OpenAiVoices.Resolve(name, Starter));
        }
    }

    private static Task<ScriptedServer> StartAsync(Action<SpeakProtocol.Speak> asked) => ScriptedServer.StartAsync(
        (speak, asker) =>
        {
            asked(speak);
            ScriptedServer.Speaking(ScriptedServer.Piece(2))(speak, asker);
        },
        other: static (_, asker) => asker.Tell(Starter));

    private static Task<HttpResponseMessage> PostAsync(ScriptedServer server, string json) =>
        server.Client.PostAsync("/v1/audio/speech", new StringContent(json, Encoding.UTF8, "application/json"));

    private static async Task<(string? Code, string? Param)> ErrorAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var error = body.RootElement.GetProperty("error");
        Assert.NotEqual("", error.GetProperty("message").GetString());
        return (error.GetProperty("code").GetString(), error.GetProperty("param").GetString());
    }

    private static VoicesProtocol.VoiceList Voices(params string[] ids) => new(
        ids[0], [.. ids.Select(id => new VoicesProtocol.VoiceDescription(id, char.ToUpperInvariant(id[0]) + id[1..], "en-us", "female", null, "starter"))]);
}

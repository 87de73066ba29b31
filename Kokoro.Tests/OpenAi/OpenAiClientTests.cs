using System.Text;
using System.Text.Json;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.OpenAi;

/// <summary>OpenAI's own client (client/package.json pins it), pointed at this server and changed in nothing else.</summary>
public sealed class OpenAiClientTests
{
    [Fact]
    public async Task OpenAI_own_client_hears_speech_lists_models_and_understands_every_refusal()
    {
        await using var server = await TestServer.StartAsync();

        var heard = await RunAsync(new Uri(server.Client.BaseAddress!, "/v1").ToString());

        var wav = heard.GetProperty("wav");
        Assert.Equal("audio/wav", wav.GetProperty("type").GetString());
        var bytes = wav.GetProperty("bytes").GetBytesFromBase64();
        Assert.Equal("RIFF", Encoding.ASCII.GetString(bytes, 0, 4));
        Assert.Equal((await server.WavAsync("Hello there."))[44..], bytes[44..]);
        Assert.InRange(heard.GetProperty("pcmBytes").GetInt32(), bytes.Length / 2, bytes.Length - 45);
        Assert.Equal(["kokoro", "tts-1", "tts-1-hd", "gpt-4o-mini-tts"], heard.GetProperty("models").EnumerateArray().Select(model => model.GetString()));
        Assert.Equal("tts-1", heard.GetProperty("model").GetProperty("id").GetString());

        Check(heard, "mp3", 501, "InternalServerError", "server_error", "format_not_built", "response_format", "ffmpeg -i speech.wav speech.mp3");
        Check(heard, "sse", 400, "BadRequestError", "invalid_request_error", "field_invalid", "stream_format", "audio");
        Check(heard, "noVoice", 422, "UnprocessableEntityError", "invalid_request_error", "voice_unknown", null, "am_aster");
        Check(heard, "noModel", 404, "NotFoundError", "invalid_request_error", "model_not_found", "model", "tts-1");
        Check(heard, "empty", 422, "UnprocessableEntityError", "invalid_request_error", "nothing_speakable", "input", "empty");
    }

    private static void Check(JsonElement heard, string name, int status, string error, string type, string code, string? param, string inMessage)
    {
        var refusal = heard.GetProperty(name);
        Assert.Equal(
            (status, error, type, code, param),
            (refusal.GetProperty("status").GetInt32(), refusal.GetProperty("name").GetString(), refusal.GetProperty("type").GetString(),
             refusal.GetProperty("code").GetString(), refusal.GetProperty("param").GetString()));
        Assert.Contains(inMessage, refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> RunAsync(string baseUrl)
    {
        var output = await NodeProgram.RunAsync("node", NodeProgram.Folder("OpenAi", "client"), "client.mjs", baseUrl);
        using var json = JsonDocument.Parse(output);
        return json.RootElement.Clone();
    }
}

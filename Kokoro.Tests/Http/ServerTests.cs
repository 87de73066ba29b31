using System.Net;
using System.Text;
using System.Text.Json;
using Kokoro.Synthesis;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Http;

/// <summary>The whole server with its real engines, through its real door.</summary>
public sealed class ServerTests(RunningServer running) : IClassFixture<RunningServer>
{
    private readonly TestServer _server = running.Server;

    [Fact]
    public async Task The_server_speaks_the_same_bytes_as_the_command_line()
    {
        const string Text = "The same text, spoken twice: once by the server and once without it. It has three sentences. This is the last!";
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "cli.wav");
        Assert.Equal(0, (await KokoroProcess.RunAsync("speak", Text, "-o", file)).ExitCode);

        Assert.Equal(await File.ReadAllBytesAsync(file), await _server.WavAsync(Text));
    }

    [Fact]
    public async Task A_stream_holds_the_same_samples_as_the_whole_and_every_word_of_the_text()
    {
        const string Text = "Emoji 🙂 are left out, words are not. In 1999 it cost $3.50!";
        var whole = await _server.WavAsync(Text);
        using var response = await _server.SpeakAsync(new { text = Text, format = "frames" });
        var stream = await response.Content.ReadAsByteArrayAsync();

        var (pcm, words) = (new MemoryStream(), new List<(int Start, int End, bool Spoken, double From, long Samples)>());
        for (var at = 0; at < stream.Length;)
        {
            var length = BitConverter.ToInt32(stream, at + 1);
            var payload = stream.AsSpan(at + 5, length);
            if (stream[at] == 2)
                pcm.Write(payload);
            if (stream[at] == 3)
            {
                foreach (var word in JsonDocument.Parse(payload.ToArray()).RootElement.EnumerateArray())
                    words.Add((word.GetProperty("start").GetInt32(), word.GetProperty("end").GetInt32(), !word.TryGetProperty("spoken", out _), word.GetProperty("from").GetDouble(), pcm.Length / 2));
            }

            at += 5 + length;
        }

        Assert.Equal(whole[44..], pcm.ToArray());
        Assert.Equal(["🙂"], words.Where(word => !word.Spoken).Select(word => Text[word.Start..word.End]));
        Assert.Contains("$3.50", words.Where(word => word.Spoken).Select(word => Text[word.Start..word.End]));
        Assert.All(words, word => Assert.True(word.From >= (word.Samples / 24_000.0) - 1e-4, "a word came after the sound it belongs to"));
        Assert.Equal(words.OrderBy(word => word.Start), words);
    }

    [Theory]
    [InlineData("""{"text":"Hello","voice":"af_nobody"}""", "voice_unknown")]
    [InlineData("""{"text":"Hello","language":"tlh"}""", "language_unknown")]
    [InlineData("""{"text":"🙂🙂"}""", "nothing_speakable")]
    [InlineData("""{"text":"11111111111111111111111111111111111111111111111111111111111111111"}""", "text_unreadable")]
    public async Task What_cannot_be_spoken_is_refused_with_its_reason(string json, string kind)
    {
        using var response = await _server.SpeakAsync(json);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains($"\"kind\":\"{kind}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Voices_health_and_the_description_are_there()
    {
        using var voices = JsonDocument.Parse(await _server.Client.GetStringAsync("/voices"));
        using var health = JsonDocument.Parse(await _server.Client.GetStringAsync("/health"));
        using var api = JsonDocument.Parse(await _server.Client.GetStringAsync("/openapi.json"));

        Assert.Equal("am_aster", voices.RootElement.GetProperty("default").GetString());
        Assert.Equal(["af_linden", "af_wren", "am_aster", "am_basalt"], voices.RootElement.GetProperty("voices").EnumerateArray().Select(voice => voice.GetProperty("id").GetString()));
        Assert.Equal("ready", health.RootElement.GetProperty("state").GetString());
        Assert.Equal(["/health", "/health/live", "/health/ready", "/metrics", "/pair/token", "/speak", "/utterances/{id}/timeline", "/v1/audio/speech", "/v1/audio/voices", "/v1/models", "/v1/models/{id}", "/voices"], api.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        Assert.Equal("""{"status":"ready"}""", await _server.Client.GetStringAsync("/health/ready"));
        Assert.Equal("""{"status":"live"}""", await _server.Client.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Every_utterance_has_one_line_in_the_log_without_its_text()
    {
        await _server.WavAsync("Hello there.");
        await _server.WavAsync("General Kenobi.");

        var line = await _server.Log.UntilAsync("utterance u1:");
        await _server.Log.UntilAsync("utterance u2:");
        Assert.Single(_server.Log.Lines, each => each.Contains("utterance u1:", StringComparison.Ordinal));
        Assert.Matches(@"cost [\d.]+ s, waited \d+ ms, ran \d+ ms, [\d.]+ s of audio, whole", line);
        Assert.DoesNotContain("Hello", _server.Log.ToString(), StringComparison.Ordinal);
    }
}

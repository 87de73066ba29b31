using System.Text.Json;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;

namespace Kokoro.Host.OpenAi;

/// <summary>
/// The body of `POST /v1/audio/speech`: OpenAI's fields and those that Kokoro-FastAPI adds. What would change the sound and is not built is refused, so that nobody
/// hears something else than what was asked for; what only advises (instructions, normalization_options) is taken and changes nothing.
/// </summary>
internal static class OpenAiBodyReader
{
    private static readonly string[] OpenAi = ["model", "input", "voice", "response_format", "speed", "instructions", "stream_format"];

    private static readonly string[] Advice = ["normalization_options"];

    /// <summary>Each with the value that asks for nothing.</summary>
    private static readonly JsonProperty[] NotBuilt =
    [
        .. JsonElement.Parse("""
            {
              "volume_multiplier": 1, "return_download_link": false, "download_format": null, "return_timing": false, "return_timestamps": false,
              "allow_voice_tags": false, "ssml": false, "voice_aliases": {}
            }
            """).EnumerateObject(),
    ];

    private static readonly string[] Known = [.. OpenAi, "stream", "lang_code", .. Advice, .. NotBuilt.Select(field => field.Name)];

    /// <returns>The request with the voice as it was named.</returns>
    /// <exception cref="RequestException">400, 404, 413, 422 or 501.</exception>
    public static SpeakBody Read(JsonElement body, string client, HttpSettings settings)
    {
        var fields = new JsonFields(body, Known);
        foreach (var field in NotBuilt)
            fields.Neutral(field.Name, field.Value);
        OpenAiModels.Find(fields.Text("model") ?? "kokoro");
        fields.Choice("stream_format", "audio", ("audio", "audio"));
        fields.Text("instructions");
        var isStream = fields.Flag("stream") ?? true;
        var request = new SpeechRequest(SpokenText.Read(fields, "input", settings), client)
        {
            Voice = fields.TextOrId("voice", SpeakBodyReader.MostNameLength),
            Language = Language(fields),
            Speed = SpeakBodyReader.Speed(fields),
            Delivery = isStream ? Delivery.Stream : Delivery.Whole,
        };
        return new SpeakBody(request, Format(fields), isStream);
    }

    /// <summary>OpenAI's default is mp3, so an absent format is one that is not built.</summary>
    private static AudioFormat Format(JsonFields fields)
    {
        var (format, name) = fields.Choice<(AudioFormat?, string)>(
            "response_format", (null, "mp3"),
            ("wav", (AudioFormat.Wav, "wav")), ("pcm", (AudioFormat.Pcm, "pcm")),
            ("mp3", (null, "mp3")), ("opus", (null, "opus")), ("aac", (null, "aac")), ("flac", (null, "flac")));
        return format ?? throw new RequestException(
            501, "format_not_built",
            $"response_format '{name}' is not built yet; ask for \"response_format\": \"wav\" and convert it: ffmpeg -i speech.wav speech.{name}", "response_format");
    }

    /// <summary>Kokoro's letters for languages.</summary>
    private static string? Language(JsonFields fields) => fields.Choice<string?>(
        "lang_code", null, ("a", "en-us"), ("b", "en-gb"), ("e", "es"), ("f", "fr"), ("h", "hi"), ("i", "it"), ("p", "pt"));
}

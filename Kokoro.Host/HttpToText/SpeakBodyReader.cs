using System.Text.Json;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.HttpToText;

/// <summary>The body of `POST /speak`: every refusal names the field and the limit.</summary>
internal static class SpeakBodyReader
{
    private const double LeastSpeed = 0.25;
    private const double MostSpeed = 4;

    /// <summary>Ids, codes and session names; a longer one is a mistake.</summary>
    public const int MostNameLength = 64;

    private static readonly string[] Known =
        ["text", "voice", "speed", "language", "format", "stream", "words", "priority", "session", "intent", "emoji"];

    /// <exception cref="RequestException">400, 413 or 422.</exception>
    public static SpeakBody Read(JsonElement body, string client, HttpSettings settings)
    {
        var fields = new JsonFields(body, Known);
        var text = SpokenText.Read(fields, "text", settings);
        var format = fields.Choice("format", AudioFormat.Wav, ("wav", AudioFormat.Wav), ("pcm", AudioFormat.Pcm), ("frames", AudioFormat.Frames));
        var isStream = fields.Flag("stream") ?? format != AudioFormat.Wav;
        var request = new SpeechRequest(text, client)
        {
            Voice = fields.Text("voice", MostNameLength),
            Language = fields.Text("language", MostNameLength),
            Speed = Speed(fields),
            Delivery = isStream ? Delivery.Stream : Delivery.Whole,
            Priority = fields.Choice("priority", Priority.Interactive, ("interactive", Priority.Interactive), ("batch", Priority.Batch)),
            Words = fields.Flag("words") ?? format == AudioFormat.Frames,
            NameEmoji = fields.Choice("emoji", false, ("left_out", false), ("named", true)),
            Session = fields.Text("session", MostNameLength),
            Intent = fields.Choice("intent", Intent.Play, ("play", Intent.Play), ("prefetch", Intent.Prefetch)),
        };
        return new SpeakBody(request, format, isStream);
    }

    /// <exception cref="RequestException">422: no such speed.</exception>
    public static float Speed(JsonFields fields)
    {
        var speed = fields.Number("speed") ?? 1;
        return speed is >= LeastSpeed and <= MostSpeed
            ? (float)speed
            : throw new RequestException(422, "speed_unusable", $"field 'speed' must be from {LeastSpeed} to {MostSpeed}; 1 is normal", "speed");
    }
}

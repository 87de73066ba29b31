using System.Globalization;
using Kokoro.Actors.Settings;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;

namespace Kokoro.Host.AudioToHttp;

/// <summary>`POST /speak`: text in, audio out.</summary>
internal sealed class SpeakEndpoint(SpeechReplies replies, ServerSettings settings)
{
    public const string DeadlineHeader = "X-Deadline-Ms";

    /// <summary>As long as http.first-audio-within may be: nobody waits longer for a first sound, and a typing error must not hold a place for days.</summary>
    public static readonly TimeSpan LongestDeadline = TimeSpan.FromMinutes(10);

    public async Task HandleAsync(HttpContext context)
    {
        var deadline = Deadline(context.Request, settings.Http);
        SpeakBody body;
        using (var json = await JsonBody.ReadAsync(context.Request, settings.Http).ConfigureAwait(false))
            body = SpeakBodyReader.Read(json.RootElement, ClientName.Of(context), settings.Http);
        await replies.SendAsync(context, body, deadline).ConfigureAwait(false);
    }

    /// <exception cref="RequestException">400: no such time.</exception>
    public static TimeSpan Deadline(HttpRequest request, HttpSettings settings)
    {
        if (!request.Headers.TryGetValue(DeadlineHeader, out var header))
            return settings.FirstAudioWithin;
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 && milliseconds <= LongestDeadline.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new RequestException(400, "header_invalid", $"header {DeadlineHeader} must be a whole number of milliseconds from 1 to {LongestDeadline.TotalMilliseconds}", DeadlineHeader);
    }
}

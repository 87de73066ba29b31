using System.Globalization;
using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Settings;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;

namespace Kokoro.Host.AudioToHttp;

/// <summary>`POST /speak`: text in, audio out.</summary>
internal sealed class SpeakEndpoint(IRequiredActor<EdgeActor> edge, ServerSettings settings, ReplyBudget budget, TimeProvider time)
{
    public const string DeadlineHeader = "X-Deadline-Ms";

    /// <summary>As long as http.first-audio-within may be: nobody waits longer for a first sound, and a typing error must not hold a place for days.</summary>
    public static readonly TimeSpan LongestDeadline = TimeSpan.FromMinutes(10);

    private readonly WholeReply _whole = new(budget, settings.Http);
    private readonly StreamedReply _streamed = new(settings.Http);

    public async Task HandleAsync(HttpContext context)
    {
        var deadline = Deadline(context.Request);
        SpeakBody body;
        using (var json = await JsonBody.ReadAsync(context.Request, settings.Http).ConfigureAwait(false))
            body = SpeakBodyReader.Read(json.RootElement, ClientName.Of(context), settings.Http);

        var door = await edge.GetAsync(context.RequestAborted).ConfigureAwait(false);
        await using var call = await SpeechCall.BeginAsync(door, body.Request, deadline, settings, time, context.RequestAborted).ConfigureAwait(false);
        try
        {
            if (body.IsStream)
                await _streamed.SendAsync(call, body, context.Response).ConfigureAwait(false);
            else
                await _whole.SendAsync(call, body, context.Response).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone, which the utterance has been told.
        }
    }

    private TimeSpan Deadline(HttpRequest request)
    {
        if (!request.Headers.TryGetValue(DeadlineHeader, out var header))
            return settings.Http.FirstAudioWithin;
        return int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 && milliseconds <= LongestDeadline.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : throw new RequestException(400, "header_invalid", $"header {DeadlineHeader} must be a whole number of milliseconds from 1 to {LongestDeadline.TotalMilliseconds}", DeadlineHeader);
    }
}

using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.HttpToText;

namespace Kokoro.Host.AudioToHttp;

/// <summary>Asks the edge for what a request has been understood as, and sends what comes.</summary>
internal sealed class SpeechReplies(IRequiredActor<EdgeActor> edge, ServerSettings settings, ReplyBudget budget, OpenReplies replies, SpeechMetrics metrics, TimeProvider time)
{
    private readonly WholeReply _whole = new(budget, settings.Http, metrics);
    private readonly StreamedReply _streamed = new(settings.Http, metrics);

    /// <param name="deadline">From now to the first sound.</param>
    /// <exception cref="Problems.RequestException">A whole reply that failed after its first sound.</exception>
    public async Task SendAsync(HttpContext context, SpeakBody body, TimeSpan deadline)
    {
        var door = await edge.GetAsync(context.RequestAborted).ConfigureAwait(false);
        var (begun, refusal) = await SpeechCall.BeginAsync(door, body.Request, deadline, settings, replies, time, context.RequestAborted).ConfigureAwait(false);
        if (begun is null)
        {
            if (!context.RequestAborted.IsCancellationRequested) // else nobody is there to read it
                await refusal!.WriteAsync(context.Response).ConfigureAwait(false);
            return;
        }

        await using var call = begun;
        metrics.FirstAudio(body.Request.Delivery, call.FirstAudio);
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
}

using System.Diagnostics;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Telemetry;

/// <summary>What an utterance did when, as spans under the request that asked for it. Nothing of its text is in them.</summary>
internal static class SpeechTraces
{
    public const string SourceName = "Kokoro";

    private static readonly ActivitySource Source = new(SourceName);

    /// <returns>Null while nobody listens.</returns>
    public static Activity? Begin(UtteranceProtocol.BeginUtterance begin)
    {
        var span = Source.CreateActivity("utterance", ActivityKind.Internal, begin.Speak.Trace);
        span?.SetTag("kokoro.utterance", begin.Ticket.Id.ToString());
        span?.SetTag("kokoro.delivery", SnakeCase.Of(begin.Ticket.Delivery));
        span?.SetTag("kokoro.cost_seconds", begin.Ticket.CostSeconds);
        return StartApart(span);
    }

    public static void End(Activity? utterance, SpeechProblem? problem)
    {
        if (problem is not null)
            utterance?.SetStatus(ActivityStatusCode.Error, SnakeCase.Of(problem.Kind));
        utterance?.Stop();
    }

    /// <summary>A run that has been spoken a moment ago.</summary>
    public static void Run(Activity? utterance, RunId id, RunProtocol.RunStats stats)
    {
        if (utterance is null)
            return;
        var span = Source.CreateActivity("run", ActivityKind.Internal, utterance.Context);
        span?.SetStartTime((TimeProvider.System.GetUtcNow() - stats.Took).UtcDateTime);
        span?.SetTag("kokoro.run", id.ToString());
        span?.SetTag("kokoro.width", SnakeCase.Of(stats.Width));
        span?.SetTag("kokoro.waited_seconds", stats.Waited.TotalSeconds);
        span?.SetTag("kokoro.tries", stats.Tries);
        StartApart(span)?.Stop();
    }

    /// <summary>Starts it without making it the current one: a thread of actors belongs to nobody.</summary>
    private static Activity? StartApart(Activity? span)
    {
        if (span is null)
            return null;
        var current = Activity.Current;
        span.Start();
        Activity.Current = current;
        return span;
    }
}

using System.Text.Json.Serialization;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Telemetry;

namespace Kokoro.Host.Health;

/// <summary>A timeline as JSON. Times are seconds since the utterance began.</summary>
/// <param name="FirstAudio">When the first samples came out of an engine.</param>
/// <param name="Outcome">"open", "whole", or what it ended with, as the kind of a problem.</param>
internal sealed record TimelineDocument(string Id, IReadOnlyList<TimelineDocument.Span> Spans, double? FirstAudio, double Total, string Outcome)
{
    public static TimelineDocument Of(TimelineProtocol.Timeline timeline) => new(
        timeline.Id.ToString(),
        [.. timeline.Spans.Select(span => new Span(span.Kind, span.Index, Seconds(span.From), Seconds(span.To), span.Width is { } width ? SnakeCase.Of(width) : null))],
        timeline.FirstAudio is { } first ? Seconds(first) : null,
        Seconds(timeline.Total),
        timeline.IsOpen ? "open" : timeline.Problem is { } problem ? SnakeCase.Of(problem.Kind) : "whole");

    /// <summary>To a tenth of a millisecond.</summary>
    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 4);

    /// <param name="Index">Of the clause for "phonemes", of the run for "queue", "run" and "writer".</param>
    /// <param name="Width">Of a "run": "narrow" or "wide".</param>
    internal sealed record Span(
        TimelineProtocol.SpanKind Kind, int Index, double From, double To, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Width = null);
}

using System.Collections.Immutable;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Protocol;

/// <summary>What the outside may ask of the edge about one utterance: what it did when.</summary>
public static class TimelineProtocol
{
    /// <summary>Replies: <see cref="Timeline"/>, also of an utterance that is still open, or <see cref="TimelineUnknown"/>.</summary>
    public sealed record GetTimeline(UtteranceId Id);

    /// <summary>Nothing has been spoken yet, or so many others since that it is forgotten.</summary>
    public sealed record TimelineUnknown
    {
        public static readonly TimelineUnknown Instance = new();
    }

    /// <summary>All times since the utterance began.</summary>
    /// <param name="FirstAudio">When the first samples came out of an engine; null before.</param>
    /// <param name="Total">Until its end; until the last thing it did while it is open.</param>
    /// <param name="Problem">Why it ended, if not well.</param>
    public sealed record Timeline(UtteranceId Id, ImmutableList<Span> Spans, TimeSpan? FirstAudio, TimeSpan Total, bool IsOpen, SpeechProblem? Problem);

    /// <param name="Index">Of the clause for <see cref="SpanKind.Phonemes"/>, of the run for the kinds after it.</param>
    /// <param name="Width">Of a run.</param>
    public readonly record struct Span(SpanKind Kind, int Index, TimeSpan From, TimeSpan To, RunWidth? Width = null);

    /// <summary>In the order in which a run comes to them.</summary>
    public enum SpanKind
    {
        /// <summary>The voice is looked up and the text cut into clauses.</summary>
        Text,

        /// <summary>A clause waits for a phonemizer and is read.</summary>
        Phonemes,

        /// <summary>A run waits for an engine.</summary>
        Queue,

        /// <summary>It is spoken.</summary>
        Run,

        /// <summary>Its samples wait for the runs before it, or for whoever reads them.</summary>
        Writer,
    }
}

using System.Collections.Immutable;
using Kokoro.Actors.Protocol;
using Span = Kokoro.Actors.Protocol.TimelineProtocol.Span;
using SpanKind = Kokoro.Actors.Protocol.TimelineProtocol.SpanKind;

namespace Kokoro.Actors.Timelines;

/// <summary>Notes what one utterance does when. Its instants are those of the monotonic clock.</summary>
internal sealed class TimelineRecorder(UtteranceId id, TimeSpan began)
{
    private readonly Dictionary<int, TimeSpan> _submitted = [];
    private ImmutableList<Span> _spans = [];
    private TimeSpan? _clauseAsked;
    private TimeSpan? _firstAudio;

    public void TextCut(TimeSpan now) => Add(SpanKind.Text, 0, TimeSpan.Zero, now - began);

    public void ClauseAsked(TimeSpan now) => _clauseAsked = now - began;

    /// <summary>A clause that is answered twice was read once.</summary>
    public void ClauseRead(int clause, TimeSpan now)
    {
        if (_clauseAsked is { } asked)
            Add(SpanKind.Phonemes, clause, asked, now - began);
        _clauseAsked = null;
    }

    /// <summary>A run that is submitted again has waited since the first time.</summary>
    public void Submitted(int run, TimeSpan now) => _submitted.TryAdd(run, now - began);

    public void Written(int run, RunProtocol.RunStats stats, TimeSpan now)
    {
        var end = now - began;
        if (!_submitted.Remove(run, out var submitted))
            return;
        var begun = Earlier(submitted + stats.Waited, end);
        var spoken = Earlier(begun + stats.Took, end);
        Add(SpanKind.Queue, run, submitted, begun);
        _spans = _spans.Add(new Span(SpanKind.Run, run, begun, spoken, stats.Width));
        Add(SpanKind.Writer, run, spoken, end);
        if (run == 0)
            _firstAudio = spoken;
    }

    public TimelineProtocol.Timeline At(TimeSpan now, bool isOpen, SpeechProblem? problem) => new(id, _spans, _firstAudio, now - began, isOpen, problem);

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Add(SpanKind kind, int index, TimeSpan from, TimeSpan to) => _spans = _spans.Add(new Span(kind, index, from, to));
}

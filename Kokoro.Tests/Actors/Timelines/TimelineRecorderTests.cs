using Kokoro.Actors.Protocol;
using Kokoro.Actors.Timelines;
using Kokoro.Synthesis.RunsToPcm;
using Span = Kokoro.Actors.Protocol.TimelineProtocol.Span;
using SpanKind = Kokoro.Actors.Protocol.TimelineProtocol.SpanKind;

namespace Kokoro.Tests.Actors.Timelines;

public sealed class TimelineRecorderTests
{
    private static readonly UtteranceId Id = new(7);

    [Fact]
    public void Every_part_of_a_run_begins_where_the_one_before_it_ends()
    {
        var recorder = new TimelineRecorder(Id, At(100));
        recorder.TextCut(At(101));
        recorder.ClauseAsked(At(101));
        recorder.ClauseRead(0, At(104));
        recorder.Submitted(0, At(104));
        recorder.Written(0, Stats(waited: 2, took: 10, RunWidth.Wide), At(120));

        var timeline = recorder.At(At(121), isOpen: false, problem: null);

        Assert.Equal(
            [
                new Span(SpanKind.Text, 0, At(0), At(1)),
                new Span(SpanKind.Phonemes, 0, At(1), At(4)),
                new Span(SpanKind.Queue, 0, At(4), At(6)),
                new Span(SpanKind.Run, 0, At(6), At(16), RunWidth.Wide),
                new Span(SpanKind.Writer, 0, At(16), At(20)),
            ],
            timeline.Spans);
        Assert.Equal((Id, At(16), At(21), false), (timeline.Id, timeline.FirstAudio!.Value, timeline.Total, timeline.IsOpen));
    }

    [Fact]
    public void A_run_that_is_submitted_again_has_waited_since_the_first_time()
    {
        var recorder = new TimelineRecorder(Id, At(0));
        recorder.Submitted(0, At(1));
        recorder.Submitted(0, At(50));
        recorder.Written(0, Stats(waited: 60, took: 10, RunWidth.Narrow), At(75));

        Assert.Equal(new Span(SpanKind.Queue, 0, At(1), At(61)), recorder.At(At(75), isOpen: true, problem: null).Spans[0]);
    }

    [Fact]
    public void What_is_answered_twice_is_there_once_and_nothing_ends_after_now()
    {
        var recorder = new TimelineRecorder(Id, At(0));
        recorder.ClauseAsked(At(0));
        recorder.ClauseRead(0, At(1));
        recorder.ClauseRead(0, At(2));
        recorder.Submitted(0, At(2));
        recorder.Written(0, Stats(waited: 5, took: 10, RunWidth.Narrow), At(12)); // its own clocks say 17
        recorder.Written(0, Stats(waited: 5, took: 10, RunWidth.Narrow), At(13));

        var spans = recorder.At(At(13), isOpen: true, problem: null).Spans;
        Assert.Equal([SpanKind.Phonemes, SpanKind.Queue, SpanKind.Run, SpanKind.Writer], spans.Select(span => span.Kind));
        Assert.All(spans, span => Assert.InRange(span.To, span.From, At(12)));
    }

    [Fact]
    public void Before_the_first_run_there_is_no_first_audio() =>
        Assert.Null(new TimelineRecorder(Id, At(0)).At(At(5), isOpen: false, new SpeechProblem(ProblemKind.ClientGone, "gone")).FirstAudio);

    private static TimeSpan At(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static RunProtocol.RunStats Stats(double waited, double took, RunWidth width) => new(At(waited), At(took), width, Tries: 1);
}

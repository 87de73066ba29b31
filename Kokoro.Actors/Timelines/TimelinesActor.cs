using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Timelines;

/// <summary>/user/timelines: what the last utterances did when, for whoever asks why one was slow.</summary>
internal sealed class TimelinesActor : ReceiveActor
{
    public const int Most = 100;

    private readonly Dictionary<UtteranceId, TimelineProtocol.Timeline> _known = [];
    private readonly Queue<UtteranceId> _order = [];

    public TimelinesActor()
    {
        Receive<TimelineProtocol.Timeline>(Keep);
        Receive<TimelineProtocol.GetTimeline>(ask => Sender.Tell(
            _known.TryGetValue(ask.Id, out var timeline) ? timeline : TimelineProtocol.TimelineUnknown.Instance));
    }

    private void Keep(TimelineProtocol.Timeline timeline)
    {
        if (_known.TryAdd(timeline.Id, timeline))
            _order.Enqueue(timeline.Id);
        else
            _known[timeline.Id] = timeline;
        if (_order.Count > Most)
            _known.Remove(_order.Dequeue());
    }
}

using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Actors.Utterances;

/// <summary>/user/utterances: begins and stops utterances, nothing else, so that it has nothing to fail at. The edge hears of each end exactly once.</summary>
internal sealed class UtterancesActor : ReceiveActor
{
    private readonly Dictionary<UtteranceId, Open> _open = [];

    /// <param name="peers">Whom utterances ask.</param>
    public UtterancesActor(UtterancePeers peers, UtteranceSettings settings, Pauses pauses, SpeechMetrics metrics)
    {
        Receive<UtteranceProtocol.BeginUtterance>(begin =>
        {
            var id = begin.Ticket.Id;
            var child = Context.ActorOf(Props.Create(() => new UtteranceActor(begin, peers, settings, pauses, metrics)), $"utterance-{id}");
            _open.Add(id, new Open(begin.Ticket, child, Sender));
            Context.WatchWith(child, new ChildGone(id));
        });
        Receive<UtteranceProtocol.UtteranceAccepted>(accepted =>
        {
            if (!_open.TryGetValue(accepted.Id, out var open))
                return;
            _open[accepted.Id] = open with { IsAccepted = true };
            open.Edge.Tell(accepted);
        });
        Receive<UtteranceProtocol.UtteranceEnded>(ended =>
        {
            if (_open.TryGetValue(ended.Id, out var open))
                _open[ended.Id] = open with { End = ended };
        });
        Receive<ChildGone>(gone =>
        {
            _open.Remove(gone.Id, out var open);
            open!.Edge.Tell(open.End ?? new UtteranceProtocol.UtteranceEnded(gone.Id, SpeechProblems.Fault));
        });
        Receive<UtteranceProtocol.UtteranceProgress>(progress =>
        {
            if (!_open.TryGetValue(progress.Id, out var open))
                return;
            _open[progress.Id] = open with { SecondsMade = progress.SecondsMade };
            open.Edge.Tell(progress);
        });
        Receive<UtteranceProtocol.StopUtterance>(stop =>
        {
            if (_open.TryGetValue(stop.Id, out var open))
                open.Child.Tell(stop);
        });
        Receive<UtteranceProtocol.ListOpenUtterances>(_ => Sender.Tell(new UtteranceProtocol.OpenUtterances(
            [.. _open.Values.OrderBy(open => open.Ticket.Id.Number).Select(open => new UtteranceProtocol.OpenUtterance(open.Ticket, open.SecondsMade, open.IsAccepted))])));
    }

    /// <summary>An utterance that failed has a channel in the middle of which nothing can begin again.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(maxNrOfRetries: 0, withinTimeMilliseconds: 0, static _ => Directive.Stop);

    private sealed record ChildGone(UtteranceId Id);

    /// <param name="Edge">Who asked for it, and hears of its end; it keeps its address when it restarts.</param>
    private sealed record Open(UtteranceProtocol.UtteranceTicket Ticket, IActorRef Child, IActorRef Edge)
    {
        public UtteranceProtocol.UtteranceEnded? End { get; init; }

        public bool IsAccepted { get; init; }

        public double SecondsMade { get; init; }
    }
}

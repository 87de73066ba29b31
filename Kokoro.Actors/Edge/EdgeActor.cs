using Akka.Actor;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;

namespace Kokoro.Actors.Edge;

/// <summary>
/// /user/edge, the one door. It has no children, so that nothing is lost with it: after a restart it asks for what is open, and until it knows takes nothing in.
/// </summary>
public sealed class EdgeActor : ReceiveActor, IWithTimers, IWithUnboundedStash
{
    private const string DrainTimer = "drain";
    private const string RecallTimer = "recall";

    /// <summary>An answer that was lost is asked for again.</summary>
    private static readonly TimeSpan RecallEvery = TimeSpan.FromSeconds(1);

    private readonly EdgePeers _peers;
    private readonly AdmissionSettings _settings;
    private readonly EdgeMemory _memory;
    private readonly SpeechMetrics _metrics;
    private EdgeState _state;

    internal EdgeActor(EdgePeers peers, AdmissionSettings settings, EdgeMemory memory, SpeechMetrics metrics)
    {
        _peers = peers;
        _settings = settings;
        _memory = memory;
        _metrics = metrics;
        _state = memory.Recall();
        Working();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    internal static Props Props(EdgePeers peers, AdmissionSettings settings, SpeechMetrics metrics)
    {
        var memory = new EdgeMemory();
        return Akka.Actor.Props.Create(() => new EdgeActor(peers, settings, memory, metrics));
    }

    /// <summary>Also after a restart: what the pools said meanwhile, or in the message that failed, is lost.</summary>
    protected override void PreStart()
    {
        _peers.Synthesis.Tell(PoolProtocol.Announce.Instance);
        _peers.Phonemizers.Tell(PoolProtocol.Announce.Instance);
    }

    protected override void PreRestart(Exception reason, object message)
    {
        if (!Sender.IsNobody())
            Sender.Tell(new Status.Failure(reason));
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        base.PostRestart(reason);
        Become(Recalling);
        Timers.StartPeriodicTimer(RecallTimer, Recall.Instance, RecallEvery);
        if (_state.Drain is { } drain)
            StartDrainTimer(drain.EndsAt - Context.System.Scheduler.MonotonicClock);
        Ask();
    }

    private void Working()
    {
        ReceiveQueries();
        Receive<SpeakProtocol.Speak>(speak => Decide(new EdgeEvent.Asked(speak, Sender)));
        Receive<DrainProtocol.Drain>(drain => Decide(new EdgeEvent.DrainAsked(drain.Within, Sender)));
        Receive<Recall>(_ => { });
        ReceiveAny(Decide);
    }

    private void Recalling()
    {
        ReceiveQueries();
        Receive<UtteranceProtocol.OpenUtterances>(open =>
        {
            Timers.Cancel(RecallTimer);
            Decide(open);
            Become(Working);
            Stash.UnstashAll();
        });
        Receive<Recall>(_ => Ask());
        ReceiveAny(_ => Stash.Stash());
    }

    /// <summary>Answered in any state.</summary>
    private void ReceiveQueries()
    {
        Receive<VoicesProtocol.ListVoices>(_peers.Voices.Forward);
        Receive<TimelineProtocol.GetTimeline>(_peers.Timelines.Forward);
        Receive<HealthProtocol.GetHealth>(_ => _peers.Health.Tell(
            new EdgeView(_state.ServerState, _state.Pool?.Model ?? "", _state.Admission.Open.Count, _state.Admission.Rate.Total), Sender));
    }

    private void StartDrainTimer(TimeSpan after) =>
        Timers.StartSingleTimer(DrainTimer, EdgeEvent.DrainTimeIsUp.Instance, after > TimeSpan.Zero ? after : TimeSpan.Zero);

    private void Ask() => _peers.Utterances.Tell(UtteranceProtocol.ListOpenUtterances.Instance);

    private void Decide(object message)
    {
        var decision = EdgeDecider.Decide(_state, _settings, message, Context.System.Scheduler.MonotonicClock);
        _state = decision.State;
        _memory.Keep(_state);
        _metrics.Admitted(_state.Admission);
        foreach (var effect in decision.Effects)
            Carry(effect);
    }

    private void Carry(EdgeEffect effect)
    {
        switch (effect)
        {
            case EdgeEffect.Begin begin:
                _peers.Utterances.Tell(begin.Utterance);
                break;
            case EdgeEffect.Refuse refuse:
                refuse.Asker.Tell(new SpeakProtocol.Refused(refuse.Problem));
                break;
            case EdgeEffect.Stop stop:
                _peers.Utterances.Tell(stop.Utterance);
                break;
            case EdgeEffect.StartDrainTimer timer:
                StartDrainTimer(timer.After);
                break;
            case EdgeEffect.TellDrained drained:
                drained.Asker.Tell(drained.Drained);
                break;
        }
    }

    private sealed record Recall
    {
        public static readonly Recall Instance = new();
    }
}

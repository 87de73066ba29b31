using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;

namespace Kokoro.Actors.Synthesis.Routing;

/// <summary>The one place that knows which run is where. It has no children: engines live on when it restarts, and tell it again what they hold.</summary>
internal sealed class SynthesisRouter : ReceiveActor
{
    private readonly RouterSettings _settings;
    private readonly ICanTell _edge;
    private readonly SpeechMetrics _metrics;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<IActorRef, int> _watched = [];
    private RouterState _state;

    /// <param name="edge">Hears of each finished run.</param>
    /// <param name="epoch">The last one; it outlives this instance, whose own is the next.</param>
    public SynthesisRouter(RouterSettings settings, ICanTell edge, RouterEpoch epoch, SpeechMetrics metrics)
    {
        _settings = settings;
        _edge = edge;
        _metrics = metrics;
        _state = RouterState.Initial(settings.Permits > 0 ? settings.Permits : Environment.ProcessorCount, epoch.Next());
        Receive<RouterStateProtocol.GetRouterState>(_ => Sender.Tell(Describe()));
        Receive<Terminated>(gone =>
        {
            if (_watched.Remove(gone.ActorRef, out var number) && _state.Engines.TryGetValue(number, out var engine) && engine.Ref.Equals(gone.ActorRef))
                Decide(new EngineLost(number));
        });
        Receive<RunProtocol.SubmitRun>(Decide);
        Receive<RunProtocol.CancelRuns>(Decide);
        Receive<EngineProtocol.EngineReady>(ready =>
        {
            if (_watched.TryAdd(ready.Engine, ready.Number))
                Context.Watch(ready.Engine);
            Decide(ready);
        });
        Receive<EngineProtocol.RunEnded>(Decide);
        Receive<EngineProtocol.GainMeasured>(Decide);
        Receive<EngineProtocol.EnginesStarting>(Decide);
    }

    protected override void PreRestart(Exception reason, object message)
    {
        if (!Sender.IsNobody())
            Sender.Tell(new Status.Failure(reason));
        base.PreRestart(reason, message);
    }

    /// <summary>Every life but the first has lost a queue, also one that begins because the supervisor restarted.</summary>
    protected override void PreStart()
    {
        Context.Parent.Tell(PoolProtocol.Announce.Instance);
        if (_state.Epoch > RouterEpoch.First)
            Context.System.EventStream.Publish(new RunProtocol.QueueLost(_state.Epoch));
    }

    private void Decide(object message)
    {
        var decision = RouterDecider.Decide(_state, _settings, message, Context.System.Scheduler.MonotonicClock);
        _state = decision.State;
        _metrics.Queue(_state);
        foreach (var effect in decision.Effects)
            Carry(effect);
    }

    private void Carry(RouterEffect effect)
    {
        switch (effect)
        {
            case RouterEffect.Speak speak:
                speak.Ref.Tell(speak.Run);
                break;
            case RouterEffect.Terminate terminate:
                terminate.Ref.Tell(new EngineProtocol.TerminateRun(terminate.Id));
                break;
            case RouterEffect.AskAgain ask:
                ask.Ref.Tell(new EngineProtocol.AnnounceEngine(ask.Epoch));
                break;
            case RouterEffect.Measure measure:
                measure.Ref.Tell(EngineProtocol.MeasureGain.Instance);
                break;
            case RouterEffect.TellUtterance tell:
                tell.Utterance.Tell(tell.Failure);
                break;
            case RouterEffect.TellEdge tell:
                _edge.Tell(tell.Finished, Self);
                break;
            case RouterEffect.LogRetry retry:
                _log.Warning("run {Run} is tried again: its engine {How}", retry.Run.Run.Id, retry.How);
                break;
        }
    }

    private RouterStateProtocol.RouterState Describe() => new(
        _state.Queue.Count,
        _state.Permits,
        _state.PermitsInUse,
        [.. _state.Engines.Values.Select(engine => new HealthProtocol.EngineHealth(
            $"synthesis-{engine.Number}", engine.IsCancelled ? "cancelling" : engine.IsIdle ? "idle" : "busy", engine.Info.ProcessId))]);
}

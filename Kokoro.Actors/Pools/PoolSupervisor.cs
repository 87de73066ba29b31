using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Pools;

/// <summary>
/// A pool under one address: a router and the workers that it uses. What is not for the supervisor itself is forwarded to the router, so that whoever asks the
/// pool need not know when the router restarts.
/// </summary>
internal abstract class PoolSupervisor : ReceiveActor, IWithTimers
{
    private const string RetryTimer = "retry";

    private readonly PoolSettings _settings;
    private readonly string _workerName;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Dictionary<int, PoolProtocol.StartFailed> _failures = [];
    private PoolState _state;

    /// <param name="workerName">Workers are called so, with the number of their slot.</param>
    protected PoolSupervisor(PoolSettings settings, int size, string workerName)
    {
        _settings = settings;
        _workerName = workerName;
        _state = PoolState.Of(size);

        Receive<PoolProtocol.WorkerReady>(ready =>
        {
            OnWorkerReady(ready);
            Decide(new PoolEvent.Ready(ready.Slot));
        });
        Receive<PoolProtocol.StartFailed>(failed => _failures[failed.Slot] = failed);
        Receive<WorkerGone>(gone =>
        {
            _failures.Remove(gone.Slot, out var failure);
            Decide(new PoolEvent.Gone(gone.Slot, failure));
        });
        Receive<PoolProtocol.WorkDone>(_ => Decide(new PoolEvent.WorkDone()));
        Receive<PoolEvent.RetryDue>(Decide);
        Receive<PoolProtocol.Announce>(_ => OnChanged());
        Receive<PoolProtocol.GetPoolHealth>(_ => Sender.Tell(Health));
        ReceiveAny(message => Router.Forward(message));
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected IActorRef Router { get; private set; } = ActorRefs.Nobody;

    protected bool IsStarting => _state.Slots.Contains(SlotState.Starting);

    protected HealthProtocol.PoolHealth Health => new(
        _state.Ready, _state.Slots.Length, _state.Restarts, _state.FailedStarts, _state.IsDegraded, _state.Problem);

    /// <summary>
    /// The router restarts, however often: it loses its queue, which is submitted again, and has no child to lose. A worker never does: its supervisor starts
    /// another one when it has decided when.
    /// </summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(
        maxNrOfRetries: -1, withinTimeMilliseconds: -1, _ => Context.Sender.Equals(Router) ? Directive.Restart : Directive.Stop);

    protected override void PreStart()
    {
        Router = Context.ActorOf(RouterProps(), "router");
        Decide(new PoolEvent.Begin());
    }

    protected abstract Props RouterProps();

    protected abstract Props WorkerProps(int slot);

    /// <summary>Takes note of what the worker's engine is.</summary>
    protected virtual void OnWorkerReady(PoolProtocol.WorkerReady ready)
    {
    }

    /// <summary>Tells whoever counts on the pool.</summary>
    protected virtual void OnChanged()
    {
    }

    private void Decide(object message)
    {
        var before = _state;
        var decision = PoolDecider.Decide(_state, _settings, message, Context.System.Scheduler.MonotonicClock);
        _state = decision.State;
        foreach (var effect in decision.Effects)
            Carry(effect);
        if (_state.IsDegraded && !before.IsDegraded)
            _log.Error("engines of {Pool} do not start, and are tried only from time to time: {Problem}", _workerName, _state.Problem);
        if (_state != before)
            OnChanged();
    }

    private void Carry(PoolEffect effect)
    {
        switch (effect)
        {
            case PoolEffect.Start start:
                var worker = Context.ActorOf(WorkerProps(start.Slot), $"{_workerName}-{start.Slot}");
                Context.WatchWith(worker, new WorkerGone(start.Slot));
                break;
            case PoolEffect.Pause pause:
                _log.Warning("an engine of {Pool} did not start, the next try is in {Pause}: {Problem}", _workerName, pause.For, _state.Problem);
                Timers.StartSingleTimer(RetryTimer, new PoolEvent.RetryDue(), pause.For);
                break;
        }
    }

    private sealed record WorkerGone(int Slot);
}

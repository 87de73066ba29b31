using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Actors.Synthesis;

/// <summary>
/// Owns one engine with one warm model, from its start to its end; with the engine it ends itself. The router hears of each run how it left the engine.
/// </summary>
internal sealed class SynthesisActor : ReceiveActor
{
    private readonly int _slot;
    private readonly ISpeechEngineStarter _starter;
    private readonly IActorRef _router;
    private readonly SpeechMetrics _metrics;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopped = new();
    private Task<ISpeechEngine>? _starting;
    private ISpeechEngine? _engine;
    private EngineProtocol.SpeakRun? _run;
    private CancellationTokenSource? _cancel;
    private bool _isMeasuring;
    private int? _announceAfterwards;

    public SynthesisActor(int slot, ISpeechEngineStarter starter, IActorRef router, SpeechMetrics metrics)
    {
        _slot = slot;
        _starter = starter;
        _router = router;
        _metrics = metrics;
        Receive<Started>(started => OnStarted(started.Engine));
        Receive<NotStarted>(failure => OnNotStarted(failure.Cause));
        Receive<EngineProtocol.SpeakRun>(OnSpeak);
        Receive<EngineProtocol.TerminateRun>(terminate =>
        {
            if (_run?.Run.Id == terminate.Id)
                _cancel!.Cancel();
        });
        Receive<Spoken>(OnSpoken);
        Receive<NotSpoken>(failure => OnNotSpoken(failure.Cause));
        Receive<EngineProtocol.MeasureGain>(_ => OnMeasure());
        Receive<Measured>(OnMeasured);
        Receive<RunProtocol.QueueLost>(lost => Announce(lost.Epoch));
        Receive<EngineProtocol.AnnounceEngine>(announce => Announce(announce.Epoch));
        Receive<Gone>(gone =>
        {
            _log.Warning("engine {Slot} {End}", _slot, gone.End);
            if (_run is null && !_isMeasuring)
                Context.Stop(Self); // else the end of the work tells
        });
    }

    protected override void PreStart()
    {
        _starting = _starter.StartAsync(_stopped.Token);
        _starting.PipeTo(Self, success: static engine => new Started(engine), failure: static e => new NotStarted(e));
    }

    /// <summary>A start under way is cancelled; an engine that comes all the same is not kept.</summary>
    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        if (_run is { } run)
            End(run, new EngineProtocol.RunEnd.Lost(IsEvidence: false, "was given up"));
        if (_engine is { Ended: { IsCompletedSuccessfully: true } ended })
            _metrics.EngineRestarted(PoolNames.Synthesis, RestartCause.Of(ended.Result));
        _stopped.Cancel();
        _cancel?.Cancel();
        _ = EngineRelease.RunAsync(_starting, _stopped);
    }

    private void OnStarted(ISpeechEngine engine)
    {
        _engine = engine;
        engine.Ended.PipeTo(Self, success: static end => new Gone(end));
        Context.System.EventStream.Subscribe(Self, typeof(RunProtocol.QueueLost));
        Context.Parent.Tell(new PoolProtocol.WorkerReady(_slot, engine.Info));
        Announce(RouterEpoch.Unknown);
    }

    private void OnNotStarted(Exception cause)
    {
        _metrics.EngineRestarted(PoolNames.Synthesis, RestartCause.NotStarted);
        Context.Parent.Tell(new PoolProtocol.StartFailed(_slot, cause.Message, cause is EngineEndedException { End.Kind: EngineEndKind.KilledFromOutside }));
        Context.Stop(Self);
    }

    /// <summary>Not while it measures, which a new life of the router does not know of: then when it has.</summary>
    private void Announce(int epoch)
    {
        if (_isMeasuring)
            _announceAfterwards = epoch;
        else
            Announcement(epoch);
    }

    private void Announcement(int epoch) => _router.Tell(new EngineProtocol.EngineReady(_slot, Self, _engine!.Info, _run, epoch));

    private void OnSpeak(EngineProtocol.SpeakRun run)
    {
        if (_engine!.Ended.IsCompleted)
        {
            // It ended before it saw the run, which is not to blame.
            End(run, new EngineProtocol.RunEnd.Lost(IsEvidence: false, "had ended before"));
            Context.Stop(Self);
            return;
        }

        _run = run;
        _cancel = new CancellationTokenSource();
        var speech = new SpeechRun(run.Run.Run.Ids, run.Run.Style, run.Run.Speed, run.Width);
        var began = Context.System.Scheduler.MonotonicClock;
        var scheduler = Context.System.Scheduler;
        _engine.RunAsync(speech, _cancel.Token).PipeTo(
            Self,
            success: output => new Spoken(RunSpeaker.ToPcm(run.Run.Run, output), scheduler.MonotonicClock - began),
            failure: static e => new NotSpoken(e));
    }

    private void OnSpoken(Spoken spoken)
    {
        var run = Take();
        var audioSeconds = spoken.Pcm.Samples.Length / (double)PcmRun.SampleRate;
        _metrics.RunSpoken(audioSeconds, spoken.Took, run.Waited, run.Width);
        run.Run.Writer.Tell(new RunProtocol.Spoken(run.Run.Id, spoken.Pcm, new(run.Waited, spoken.Took, run.Width, run.Tries)));
        End(run, new EngineProtocol.RunEnd.Finished(audioSeconds, spoken.Took));
        Context.Parent.Tell(PoolProtocol.WorkDone.Instance);
        StopIfEnded();
    }

    private void OnNotSpoken(Exception cause)
    {
        var run = Take();
        switch (cause)
        {
            case EngineEndedException ended:
                End(run, new EngineProtocol.RunEnd.Lost(ended.End.IsEvidence, ended.End.ToString()));
                break;
            case OperationCanceledException when _engine!.Ended.IsCompleted:
                End(run, new EngineProtocol.RunEnd.Lost(IsEvidence: false, "was killed"));
                break;
            case OperationCanceledException:
                End(run, EngineProtocol.RunEnd.Terminated.Instance);
                break;
            default:
                if (cause is not SpeechException)
                    _log.Fault(cause, $"run {run.Run.Id}");
                run.Run.Utterance.Tell(new RunProtocol.RunFailed(run.Run.Id, ProblemOf(cause)));
                End(run, EngineProtocol.RunEnd.Refused.Instance);
                break;
        }

        StopIfEnded();
    }

    private void OnMeasure()
    {
        _isMeasuring = true;
        _engine!.MeasureGainAsync(_stopped.Token).PipeTo(Self, success: static gain => new Measured(gain, null), failure: static e => new Measured(null, e));
    }

    private void OnMeasured(Measured measured)
    {
        _isMeasuring = false;
        if (measured.Cause is { } cause)
        {
            if (cause is not (SpeechException or EngineEndedException or OperationCanceledException))
                _log.Fault(cause, "measuring what all cores gain");
            _log.Warning("engine {Slot} could not measure what all cores gain ({Cause}); runs use one core each until the next start", _slot, cause.GetType().Name);
        }

        _router.Tell(new EngineProtocol.GainMeasured(_slot, measured.Gain));
        if (_announceAfterwards is { } epoch)
            Announcement(epoch);
        _announceAfterwards = null;
        StopIfEnded();
    }

    private EngineProtocol.SpeakRun Take()
    {
        var run = _run!;
        _run = null;
        _cancel!.Dispose();
        _cancel = null;
        return run;
    }

    private void End(EngineProtocol.SpeakRun run, EngineProtocol.RunEnd end) => _router.Tell(new EngineProtocol.RunEnded(_slot, run.Run.Id, end));

    private void StopIfEnded()
    {
        if (_engine!.Ended.IsCompleted)
            Context.Stop(Self);
    }

    private static SpeechProblem ProblemOf(Exception cause) => cause is SpeechException refusal
        ? SpeechProblems.Of(refusal)
        : new(ProblemKind.Internal, $"the server failed at a run of this text ({cause.GetType().Name}); this is a fault of the server");

    private sealed record Started(ISpeechEngine Engine) : IDeadLetterSuppression;

    private sealed record NotStarted(Exception Cause) : IDeadLetterSuppression;

    private sealed record Spoken(PcmRun Pcm, TimeSpan Took) : IDeadLetterSuppression;

    private sealed record NotSpoken(Exception Cause) : IDeadLetterSuppression;

    private sealed record Measured(double? Gain, Exception? Cause) : IDeadLetterSuppression;

    private sealed record Gone(EngineEnd End) : IDeadLetterSuppression;
}

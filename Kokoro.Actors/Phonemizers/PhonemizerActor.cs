using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Pools;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Actors.Phonemizers;

/// <summary>
/// Owns one phonemizer. It replaces an engine that a clause ended by itself, as it has to find the word; when it has no engine left, or loses one while it rests, this
/// actor ends and its supervisor starts another.
/// </summary>
internal sealed class PhonemizerActor : ReceiveActor
{
    private readonly int _slot;
    private readonly IPhonemizerStarter _starter;
    private readonly IActorRef _router;
    private readonly SpeechMetrics _metrics;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stopped = new();
    private Task<IPhonemizerEngine>? _starting;
    private IPhonemizerEngine? _phonemizer;
    private QueuedClause? _clause;
    private CancellationTokenSource? _cancel;
    private Task<EngineEnd>? _watched;

    public PhonemizerActor(int slot, IPhonemizerStarter starter, IActorRef router, SpeechMetrics metrics)
    {
        _slot = slot;
        _starter = starter;
        _router = router;
        _metrics = metrics;
        Receive<Started>(started => OnStarted(started.Phonemizer));
        Receive<NotStarted>(failure =>
        {
            _metrics.EngineRestarted(PoolNames.Phonemizers, RestartCause.NotStarted);
            var isOutside = failure.Cause is EngineEndedException { End.Kind: EngineEndKind.KilledFromOutside };
            Context.Parent.Tell(new PoolProtocol.StartFailed(_slot, failure.Cause.Message, isOutside));
            Context.Stop(Self);
        });
        Receive<ReaderProtocol.ReadClause>(read => OnRead(read.Clause));
        Receive<ReaderProtocol.GiveUp>(giveUp =>
        {
            if (_clause?.Asked.Utterance == giveUp.Utterance)
                _cancel!.Cancel();
        });
        Receive<EngineReplaced>(replaced =>
        {
            _metrics.EngineRestarted(PoolNames.Phonemizers, RestartCause.Of(replaced.End));
            _log.Warning("phonemizer {Slot}: its engine {End}, with a clause of {Utterance}", _slot, replaced.End, _clause?.Asked.Utterance.ToString() ?? "nobody");
        });
        Receive<HasRead>(done => OnHasRead(done.Clause));
        Receive<HasFailed>(failure => OnFailed(failure.Cause));
        Receive<PhonemeProtocol.PhonemeQueueLost>(lost => Announce(lost.Epoch));
        Receive<ReaderProtocol.AnnounceReader>(announce => Announce(announce.Epoch));
        Receive<EngineGone>(gone =>
        {
            if (_clause is not null || !ReferenceEquals(gone.Ended, _phonemizer!.Ended))
                return; // it was replaced while it read
            _log.Warning("phonemizer {Slot} {End}", _slot, gone.End);
            Context.Stop(Self);
        });
    }

    protected override void PreStart()
    {
        var self = Self;
        _starting = _starter.StartAsync(end => self.Tell(new EngineReplaced(end)), _stopped.Token);
        _starting.PipeTo(Self, success: static phonemizer => new Started(phonemizer), failure: static e => new NotStarted(e));
    }

    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        if (_clause is { } clause)
            _router.Tell(new ReaderProtocol.ClauseLeft(_slot, clause, IsLost: true));
        if (_phonemizer?.Ended is { IsCompletedSuccessfully: true } ended)
            _metrics.EngineRestarted(PoolNames.Phonemizers, RestartCause.Of(ended.Result));
        _stopped.Cancel();
        _cancel?.Cancel();
        _ = EngineRelease.RunAsync(_starting, _stopped);
    }

    private void OnStarted(IPhonemizerEngine phonemizer)
    {
        _phonemizer = phonemizer;
        Context.System.EventStream.Subscribe(Self, typeof(PhonemeProtocol.PhonemeQueueLost));
        Context.Parent.Tell(new PoolProtocol.WorkerReady(_slot, Engine: null));
        WatchEngine();
        Announce(RouterEpoch.Unknown);
    }

    private void Announce(int epoch) => _router.Tell(new ReaderProtocol.ReaderReady(_slot, Self, _clause, _phonemizer!.ProcessId, epoch));

    private void OnRead(QueuedClause clause)
    {
        _clause = clause;
        _cancel = new CancellationTokenSource();
        _phonemizer!.PhonemizeAsync(clause.Asked.Clause, clause.Asked.Language, _cancel.Token)
            .PipeTo(Self, success: static read => new HasRead(read), failure: static e => new HasFailed(e));
    }

    private void OnHasRead(PhonemizedClause read)
    {
        var clause = Take();
        clause.ReplyTo.Tell(new PhonemeProtocol.ClausePhonemized(clause.Asked.Utterance, read));
        Leave(clause, isLost: false);
        Context.Parent.Tell(PoolProtocol.WorkDone.Instance);
    }

    private void OnFailed(Exception cause)
    {
        var clause = Take();
        if (cause is SpeechException { Code: SpeechErrorCode.EngineFailed or SpeechErrorCode.LibraryMissing } failed)
        {
            _log.Warning("phonemizer {Slot} has lost its engine: {Problem}", _slot, failed.Message);
            Leave(clause, isLost: true);
            Context.Stop(Self);
            return;
        }

        if (cause is not OperationCanceledException)
        {
            if (cause is not SpeechException)
                _log.Fault(cause, $"reading a clause of {clause.Asked.Utterance}");
            var problem = cause is SpeechException refusal
                ? SpeechProblems.Of(refusal)
                : new(ProblemKind.Internal, $"the server failed to read a part of this text ({cause.GetType().Name}); this is a fault of the server");
            clause.ReplyTo.Tell(new PhonemeProtocol.ClauseFailed(clause.Asked.Utterance, clause.Asked.Clause.Index, problem));
        }

        Leave(clause, isLost: false);
    }

    private QueuedClause Take()
    {
        var clause = _clause!;
        _clause = null;
        _cancel!.Dispose();
        _cancel = null;
        return clause;
    }

    private void Leave(QueuedClause clause, bool isLost)
    {
        _router.Tell(new ReaderProtocol.ClauseLeft(_slot, clause, isLost));
        if (!isLost)
            WatchEngine();
    }

    /// <summary>Each clause may have brought another engine.</summary>
    private void WatchEngine()
    {
        if (_phonemizer!.Ended is not { } ended || ReferenceEquals(ended, _watched))
            return;
        _watched = ended;
        ended.PipeTo(Self, success: end => new EngineGone(ended, end));
    }

    private sealed record Started(IPhonemizerEngine Phonemizer) : IDeadLetterSuppression;

    private sealed record NotStarted(Exception Cause) : IDeadLetterSuppression;

    /// <summary>Comes before what became of the clause.</summary>
    private sealed record EngineReplaced(EngineEnd End) : IDeadLetterSuppression;

    private sealed record HasRead(PhonemizedClause Clause) : IDeadLetterSuppression;

    private sealed record HasFailed(Exception Cause) : IDeadLetterSuppression;

    private sealed record EngineGone(Task<EngineEnd> Ended, EngineEnd End) : IDeadLetterSuppression;
}

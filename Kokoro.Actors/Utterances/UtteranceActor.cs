using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Actors.Timelines;
using Kokoro.Actors.Utterances.Writing;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Actors.Utterances;

/// <summary>One request's life. Whatever ends it, its asker has one answer and its channel is complete.</summary>
internal sealed class UtteranceActor : ReceiveActor
{
    private readonly UtteranceProtocol.BeginUtterance _begin;
    private readonly UtterancePeers _peers;
    private readonly UtteranceSettings _settings;
    private readonly Pauses _pauses;
    private readonly SpeechMetrics _metrics;
    private readonly Activity? _span;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenRegistration _gone;
    private readonly TimelineRecorder _timeline;
    private UtteranceState _state;
    private VoiceLookup.VoiceFound? _voice;
    private RunPacker? _packer;
    private IActorRef _writer = ActorRefs.Nobody;
    private TimeSpan _waited;
    private TimeSpan _ran;
    private bool _isAnswered;
    private bool _isAccepted;

    public UtteranceActor(UtteranceProtocol.BeginUtterance begin, UtterancePeers peers, UtteranceSettings settings, Pauses pauses, SpeechMetrics metrics)
    {
        _begin = begin;
        _peers = peers;
        _settings = settings;
        _pauses = pauses;
        _metrics = metrics;
        _span = SpeechTraces.Begin(begin);
        _timeline = new TimelineRecorder(begin.Ticket.Id, Now);
        var first = UtteranceDecider.Begin(Now);
        _state = first.State;
        ReceiveAny(Handle);

        // At the end: a token that is cancelled already calls back at once.
        var (self, speak) = (Self, begin.Speak);
        _gone = speak.Gone.Register(() => self.Tell(new UtteranceEvent.Gone(speak.GoneBecause?.Invoke() ?? ProblemKind.ClientGone)));
        Carry(first);
    }

    private SpeechRequest Request => _begin.Speak.Request;

    private static TimeSpan Now => Context.System.Scheduler.MonotonicClock;

    /// <summary>A writer that failed has lost audio: the utterance ends, and no other way is tried.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(maxNrOfRetries: 0, withinTimeMilliseconds: 0, static _ => Directive.Stop);

    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(RunProtocol.QueueLost));
        Context.System.EventStream.Subscribe(Self, typeof(PhonemeProtocol.PhonemeQueueLost));
    }

    /// <summary>Restarting would begin again in the middle of a channel; the parent stops it instead.</summary>
    protected override void PostStop()
    {
        _gone.Dispose();
        Context.System.EventStream.Unsubscribe(Self);
        if (_state.Phase != UtterancePhase.Ended)
            Carry(UtteranceDecider.Decide(_state, Request, _settings, new UtteranceProtocol.StopUtterance(_begin.Ticket.Id, SpeechProblems.Fault), Now));

        // The writer completes it in the ordinary way; one that was stopped with us may not have come to it.
        if (_isAccepted && _state.Problem is { } problem)
            _begin.Speak.Audio.TryComplete(new UtteranceFailedException(problem));
        else if (!_isAnswered)
            Answer(new SpeakProtocol.Refused(_state.Problem ?? SpeechProblems.Fault));
        _metrics.Ended(_state.Problem);
        SpeechTraces.End(_span, _state.Problem);
        TellTimeline(isOpen: false);
        LogEnd();
    }

    private void Handle(object message)
    {
        Note(message);
        Carry(UtteranceDecider.Decide(_state, Request, _settings, message is Terminated ? UtteranceEvent.WriterLost.Instance : message, Now));
    }

    private void Note(object message)
    {
        switch (message)
        {
            case VoiceLookup.VoiceFound found:
                _voice = found;
                break;
            case UtteranceEvent.TextCut cut:
                _timeline.TextCut(Now);
                CreateWriter(cut.Text);
                break;
            case PhonemeProtocol.ClausePhonemized read:
                _timeline.ClauseRead(read.Clause.Index, Now);
                break;
            case WriterProtocol.Written written:
                _waited += written.Stats.Waited;
                _ran += written.Stats.Took;
                SpeechTraces.Run(_span, new RunId(_begin.Ticket.Id, written.Index), written.Stats);
                _timeline.Written(written.Index, written.Stats, Now);
                TellTimeline(isOpen: true);
                break;
        }
    }

    private void Carry(Decision<UtteranceState, UtteranceEffect> decision)
    {
        _state = decision.State;
        foreach (var effect in decision.Effects)
            Carry(effect);
    }

    private void Carry(UtteranceEffect effect)
    {
        switch (effect)
        {
            case UtteranceEffect.FindVoice:
                _peers.Voices.Tell(new VoiceLookup.FindVoice(Request.Voice));
                break;
            case UtteranceEffect.CutText cut:
                CutText(cut.Language);
                break;
            case UtteranceEffect.Accept:
                TellTimeline(isOpen: true); // before anybody knows its name
                Context.Parent.Tell(new UtteranceProtocol.UtteranceAccepted(_begin.Ticket.Id));
                Answer(new SpeakProtocol.Accepted(_begin.Ticket.Id, _voice!.Voice.Info.Id, _begin.Model, _state.Language!.Code));
                break;
            case UtteranceEffect.Refuse refuse:
                Answer(new SpeakProtocol.Refused(refuse.Problem));
                break;
            case UtteranceEffect.AskClause ask:
                _timeline.ClauseAsked(Now);
                _peers.Phonemizers.Tell(new PhonemeProtocol.PhonemizeClause(_begin.Ticket.Id, ask.Clause, _state.Language!, Request.Client, ask.IsFirst));
                break;
            case UtteranceEffect.Pack pack:
                Pack(pack);
                break;
            case UtteranceEffect.ReserveSlot slot:
                _writer.Tell(new WriterProtocol.Reserve(slot.Index, slot.Prepared));
                break;
            case UtteranceEffect.Submit submit:
                _timeline.Submitted(submit.Run.Run.Index, Now);
                _peers.Router.Tell(Submission(submit.Run));
                break;
            case UtteranceEffect.FinishWriter finish:
                _writer.Tell(new WriterProtocol.Finish(finish.Runs));
                break;
            case UtteranceEffect.FailWriter fail:
                _writer.Tell(new WriterProtocol.Fail(fail.Problem));
                break;
            case UtteranceEffect.CancelRuns:
                _peers.Router.Tell(new RunProtocol.CancelRuns(_begin.Ticket.Id));
                break;
            case UtteranceEffect.CancelClauses:
                _peers.Phonemizers.Tell(new PhonemeProtocol.CancelClauses(_begin.Ticket.Id));
                break;
            case UtteranceEffect.TellProgress progress:
                Context.Parent.Tell(new UtteranceProtocol.UtteranceProgress(_begin.Ticket.Id, progress.Seconds));
                break;
            case UtteranceEffect.Stop:
                Context.Parent.Tell(new UtteranceProtocol.UtteranceEnded(_begin.Ticket.Id, _state.Problem));
                Context.Stop(Self);
                break;
        }
    }

    private void CutText(Language language)
    {
        var options = new TextOptions(Request.NameEmoji ? EmojiReading.Named : EmojiReading.LeftOut);
        var (text, log, id) = (Request.Text, _log, _begin.Ticket.Id);
        Task.Run(() => TextCutter.Cut(text, language, options)).PipeTo(
            Self,
            success: static cut => new UtteranceEvent.TextCut(cut),
            failure: e =>
            {
                if (e is SpeechException refusal)
                    return new UtteranceEvent.TextRefused(SpeechProblems.Of(refusal));
                log.Fault(e, $"cutting the text of {id}");
                return new UtteranceEvent.TextRefused(SpeechProblems.Fault);
            });
    }

    private void CreateWriter(CutText text)
    {
        var (audio, stalledAfter) = (_begin.Speak.Audio, _settings.StalledAfter);
        var cutter = new PieceCutter(_pauses, Request.Speed, text.LeftOut, Request.Words);
        _writer = Context.ActorOf(Props.Create(() => new WriterActor(audio, cutter, stalledAfter)), "writer");
        Context.Watch(_writer);
    }

    private void Pack(UtteranceEffect.Pack pack)
    {
        _packer ??= new RunPacker(_state.Language!);
        var runs = _packer.Add(pack.Clause);
        Handle(new UtteranceEvent.RunsPacked(pack.IsLast ? runs.AddRange(_packer.Complete()) : runs, pack.IsLast));
    }

    private RunProtocol.SubmitRun Submission(OpenRun open) => new(
        new RunId(_begin.Ticket.Id, open.Run.Index),
        open.Run,
        _voice!.Pack.StyleRow(open.Run.Ids.Length - 2),
        Request.Speed,
        Request.Client,
        _begin.Ticket.Priority,
        open.CostSeconds,
        open.NeededAt,
        Self,
        _writer)
    {
        IsAwaited = open.IsAwaited,
    };

    private void Answer(object answer)
    {
        if (_isAnswered)
            return;
        _isAnswered = true;
        _isAccepted = answer is SpeakProtocol.Accepted;
        _begin.ReplyTo.Tell(answer);
    }

    private void TellTimeline(bool isOpen) => _peers.Timelines.Tell(_timeline.At(Now, isOpen, _state.Problem));

    /// <summary>One line for each utterance. Nothing of its text is in it.</summary>
    private void LogEnd() => _log.Info(
        "utterance {Utterance}: cost {CostSeconds:0.0} s, waited {WaitMs:0} ms, ran {RunMs:0} ms, {AudioSeconds:0.00} s of audio, {Outcome}",
        _begin.Ticket.Id,
        _begin.Ticket.CostSeconds,
        _waited.TotalMilliseconds,
        _ran.TotalMilliseconds,
        _state.SecondsWritten,
        _state.Problem is { } problem ? problem.Kind.ToString() : "whole");
}

using System.Collections.Immutable;
using System.Threading.Channels;
using Akka.Actor;
using Kokoro.Actors.Protocol;

namespace Kokoro.Actors.Utterances.Writing;

/// <summary>
/// Assembles the audio of one utterance in its channel. A full channel is waited for with one pending question, so that a slow reader holds up nobody else.
/// </summary>
internal sealed class WriterActor : ReceiveActor, IWithTimers
{
    private const string StallTimer = "stall";

    private readonly ChannelWriter<AudioPiece> _audio;
    private readonly PieceCutter _cutter;
    private readonly TimeSpan _stalledAfter;
    private readonly CancellationTokenSource _stopped = new();
    private WriterState _state = WriterState.Initial;
    private ImmutableArray<AudioPiece> _pieces = [];
    private int _nextPiece;
    private RunProtocol.Spoken? _writing;

    /// <param name="audio">Nobody else writes to it or completes it without an error.</param>
    /// <param name="stalledAfter">How long a reader may take nothing while the channel is full.</param>
    public WriterActor(ChannelWriter<AudioPiece> audio, PieceCutter cutter, TimeSpan stalledAfter)
    {
        _audio = audio;
        _cutter = cutter;
        _stalledAfter = stalledAfter;
        ReceiveAny(Handle);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private void Handle(object message)
    {
        var decision = WriterDecider.Decide(_state, message);
        _state = decision.State;
        foreach (var effect in decision.Effects)
            Carry(effect);
    }

    private void Carry(WriterEffect effect)
    {
        switch (effect)
        {
            case WriterEffect.WriteRun run:
                _writing = run.Spoken;
                _pieces = _cutter.Cut(run.Spoken.Pcm, run.IsLast);
                if (run.Timing is { } timing && !_pieces.IsEmpty)
                    _pieces = _pieces.SetItem(0, _pieces[0] with { Timing = timing });
                _nextPiece = 0;
                Write();
                break;
            case WriterEffect.WriteOn:
                Timers.Cancel(StallTimer);
                Write();
                break;
            case WriterEffect.AwaitSpace:
                Timers.StartSingleTimer(StallTimer, new WriterEvent.ReaderStalled(_stalledAfter), _stalledAfter);
                AwaitSpace();
                break;
            case WriterEffect.TellWritten written:
                Context.Parent.Tell(new WriterProtocol.Written(written.Index, written.Samples, written.Stats));
                break;
            case WriterEffect.Complete complete:
                _audio.TryComplete();
                Context.Parent.Tell(new WriterProtocol.Completed(complete.Samples));
                break;
            case WriterEffect.CompleteWith failure:
                Timers.CancelAll();
                _audio.TryComplete(new UtteranceFailedException(failure.Problem));
                break;
            case WriterEffect.TellUndeliverable undeliverable:
                Timers.CancelAll();
                Context.Parent.Tell(new WriterProtocol.Undeliverable(undeliverable.Problem));
                break;
        }
    }

    private void Write()
    {
        var spoken = _writing!;
        for (; _nextPiece < _pieces.Length; _nextPiece++)
        {
            if (!_audio.TryWrite(_pieces[_nextPiece]))
            {
                Handle(WriterEvent.ChannelFull.Instance);
                return;
            }
        }

        var samples = _pieces.Sum(piece => piece.Pcm.Length) / AudioPiece.BytesPerSample;
        _pieces = [];
        _writing = null;
        Handle(new WriterEvent.RunWritten(samples, spoken.Stats));
    }

    private void AwaitSpace() => _audio.WaitToWriteAsync(_stopped.Token).AsTask().PipeTo(
        Self,
        success: static free => free ? WriterEvent.SpaceFreed.Instance : WriterEvent.ReaderGone.Instance,
        failure: static _ => WriterEvent.ReaderGone.Instance); // a channel that its reader completed with an error, or this actor is gone
}

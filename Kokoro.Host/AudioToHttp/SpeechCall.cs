using System.Diagnostics;
using System.Threading.Channels;
using Akka.Actor;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Problems;

namespace Kokoro.Host.AudioToHttp;

/// <summary>
/// One utterance as HTTP sees it: asked for, waited for until its first piece is there, and given up for exactly one reason when nobody wants it any more.
/// </summary>
internal sealed class SpeechCall : IAsyncDisposable
{
    /// <summary>Nobody has given it up.</summary>
    private const int Wanted = -1;

    private readonly Channel<AudioPiece> _audio;
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _aborted;
    private readonly CancellationTokenRegistration _onAborted;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly OpenReplies _replies;
    private int _because = Wanted;
    private volatile bool _isCut;
    private bool _isDelivered;

    private SpeechCall(TimeSpan buffer, OpenReplies replies, TimeProvider time, CancellationToken aborted)
    {
        _audio = AudioChannel.Create(buffer);
        _replies = replies;
        _time = time;
        _began = time.GetTimestamp();
        _aborted = aborted;
        _onAborted = aborted.UnsafeRegister(static call => ((SpeechCall)call!).GiveUp(ProblemKind.ClientGone), this);
        replies.Add(this);
    }

    public SpeakProtocol.Accepted Accepted { get; private set; } = null!;

    public AudioPiece First { get; private set; } = null!;

    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>From the call to its first piece.</summary>
    public TimeSpan FirstAudio { get; private set; }

    /// <summary>Returns when the first piece is there, so that whatever fails before it still has its own status.</summary>
    /// <param name="deadline">From now to the first piece.</param>
    /// <param name="replies">Knows of it until it is disposed.</param>
    /// <param name="aborted">The client closed its connection.</param>
    /// <returns>The call; or, where it was refused or failed before the first piece, why. A refusal is no exception: a full server tells thousands a second.</returns>
    public static async Task<(SpeechCall? Call, Problem? Refusal)> BeginAsync(
        IActorRef edge, SpeechRequest request, TimeSpan deadline, ServerSettings settings, OpenReplies replies, TimeProvider time, CancellationToken aborted)
    {
        var call = new SpeechCall(settings.Utterances.Buffer, replies, time, aborted);
        try
        {
            var refusal = await call.FirstPieceAsync(edge, request, deadline, settings.Http.AnswerWithin).ConfigureAwait(false);
            if (refusal is null)
                return (call, null);
            await call.DisposeAsync().ConfigureAwait(false);
            return (null, refusal);
        }
        catch
        {
            await call.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>All pieces in order, the first one again.</summary>
    /// <exception cref="UtteranceFailedException">It could not be spoken to its end, or was cut.</exception>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public async IAsyncEnumerable<AudioPiece> PiecesAsync()
    {
        yield return First;
        var isWhole = true;
        await foreach (var piece in _audio.Reader.ReadAllAsync(_aborted).ConfigureAwait(false))
        {
            isWhole = !_isCut;
            if (isWhole)
                yield return piece;
        }

        if (!isWhole)
            throw new UtteranceFailedException(SpeechProblems.Draining);
    }

    /// <summary>The server stops and has waited long enough: no further piece is handed out. From any thread.</summary>
    public void Cut() => _isCut = true;

    /// <summary>All of the reply has been written.</summary>
    public void Delivered() => _isDelivered = true;

    /// <summary>Ends the utterance; the first cause counts.</summary>
    public void GiveUp(ProblemKind because)
    {
        if (Interlocked.CompareExchange(ref _because, (int)because, Wanted) == Wanted)
            _gone.Cancel();
    }

    /// <summary>Whatever was not read is not wanted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _onAborted.DisposeAsync().ConfigureAwait(false);
        if (!_audio.Reader.Completion.IsCompleted)
            GiveUp(ProblemKind.ClientGone);
        _gone.Dispose();
        _replies.Remove(this, isCutShort: _isCut && !_isDelivered && IsSpokenWhole());
    }

    /// <summary>What is left in the channel is not wanted any more.</summary>
    private bool IsSpokenWhole()
    {
        while (_audio.Reader.TryRead(out _))
        {
            // A channel is complete when it is empty.
        }

        return _audio.Reader.Completion.IsCompletedSuccessfully;
    }

    /// <param name="grace">The actors keep the deadline themselves; this ends the wait for actors that are gone.</param>
    private async Task<Problem?> FirstPieceAsync(IActorRef edge, SpeechRequest request, TimeSpan deadline, TimeSpan grace)
    {
        await using var timer = _time.CreateTimer(
            static call => ((SpeechCall)call!).GiveUp(ProblemKind.DeadlinePassed), this, deadline, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        var speak = new SpeakProtocol.Speak(request, _audio.Writer, _gone.Token)
        {
            GoneBecause = () => (ProblemKind)Volatile.Read(ref _because),
            Trace = Activity.Current?.Context ?? default,
        };

        switch (await edge.Ask(speak, deadline + grace, _aborted).ConfigureAwait(false))
        {
            case SpeakProtocol.Accepted accepted:
                Accepted = accepted;
                break;
            case SpeakProtocol.Refused refused:
                return Problem.Of(refused.Problem);
            case Status.Failure failure:
                throw new InvalidOperationException("the edge failed at a request", failure.Cause);
            case var other:
                throw new InvalidOperationException($"the edge answered {other.GetType().Name}");
        }

        try
        {
            var left = deadline + grace - Elapsed;
            First = await _audio.Reader.ReadAsync(_aborted).AsTask().WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, _aborted).ConfigureAwait(false);
        }
        catch (Exception e) when ((e is ChannelClosedException ? e.InnerException : e) is UtteranceFailedException failed)
        {
            return Problem.Of(failed.Problem);
        }
        catch (TimeoutException)
        {
            return Problem.Of(new SpeechProblem(ProblemKind.DeadlinePassed, "the deadline passed before the first sound; try again"));
        }

        FirstAudio = Elapsed;
        return null;
    }
}

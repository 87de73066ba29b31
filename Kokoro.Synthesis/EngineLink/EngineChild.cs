using System.Buffers.Binary;
using System.Net.Sockets;

namespace Kokoro.Synthesis.EngineLink;

/// <summary>
/// An engine process as an object: started, greeted, asked one thing at a time, watched while it works, and gone when it is
/// disposed. Once it has ended it stays so; who needs another starts another.
/// </summary>
internal sealed class EngineChild : IAsyncDisposable
{
    private readonly EngineLinkOptions _options;
    private readonly ChildProcess _process;
    private readonly FrameStream _frames;
    private uint _lastId;
    private int _busy;

    private EngineChild(EngineLinkOptions options, ChildProcess process, FrameStream frames, EngineHello hello)
    {
        _options = options;
        _process = process;
        _frames = frames;
        Hello = hello;
    }

    public EngineHello Hello { get; }

    public int ProcessId => _process.Id;

    public Task<EngineEnd> Ended => _process.Ended;

    /// <exception cref="EngineEndedException">It ended, or was killed, before its hello.</exception>
    /// <exception cref="SpeechException">There is no place for its socket; or what the child said instead of a hello, such as a library that is missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the child is gone.</exception>
    public static async Task<EngineChild> StartAsync(EngineKind kind, EngineLinkOptions options, CancellationToken cancellationToken)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = Listen(listener, options.Sockets);
        var process = ChildProcess.Start(options.Command, kind, path, options.Time, options.Log);
        FrameStream? frames = null;
        try
        {
            using var watch = new ChildWatch(process, options.Limits.BudgetFor(options.Limits.Start), options);
            frames = new FrameStream(await ConnectionAsync(listener, process, cancellationToken).ConfigureAwait(false));
            var first = await frames.ReadAsync(cancellationToken).ConfigureAwait(false) ?? throw new EndOfStreamException("the engine sent no hello");
            var hello = first.Kind switch
            {
                FrameKind.Hello => EngineHello.Decode(first.Payload.Span, kind),
                FrameKind.Fault => throw EngineFault.Decode(first.Payload.Span).ToException(),
                _ => throw new BadFrameException($"a frame {first.Kind} where a hello belongs", first.Payload.Span),
            };
            return new EngineChild(options, process, frames, hello);
        }
        catch (Exception e)
        {
            var why = ClassifyFailure(e, process, options);
            frames?.Dispose();
            if (cancellationToken.IsCancellationRequested)
                process.Kill(KillCause.Stopped);
            var end = await StopAsync(process, why, options).ConfigureAwait(false);
            process.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (e is SpeechException or not (IOException or SocketException or BadFrameException or OperationCanceledException))
                throw;
            throw new EngineEndedException(end, e);
        }
        finally
        {
            File.Delete(path); // one child, one connection
        }
    }

    /// <summary>Sends a request and waits for its answer, for as long as the child works on it.</summary>
    /// <returns>The payload of the answer.</returns>
    /// <exception cref="EngineEndedException">It ended, or was killed, before it answered.</exception>
    /// <exception cref="SpeechException">The child refused the request; it is ready for the next.</exception>
    /// <exception cref="OperationCanceledException">
    /// Cancelled, and the child has given the work up: it either answered the cancel in time or is gone (<see cref="Ended"/>).
    /// </exception>
    /// <exception cref="InvalidOperationException">It is still busy with another request.</exception>
    public async Task<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> payload, Prediction prediction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            throw new InvalidOperationException("an engine does one thing at a time");
        try
        {
            return await AskCoreAsync(payload, prediction, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException or BadFrameException or ObjectDisposedException)
        {
            var end = await StopAsync(_process, ClassifyFailure(e, _process, _options), _options).ConfigureAwait(false);
            throw new EngineEndedException(end, e);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>Kills it because what it answered cannot be true; it has ended when this completes.</summary>
    public async Task<EngineEndedException> RejectAsync(BadFrameException why) =>
        new(await StopAsync(_process, ClassifyFailure(why, _process, _options), _options).ConfigureAwait(false), why);

    public async ValueTask DisposeAsync()
    {
        _frames.Dispose(); // the child ends when its socket closes
        await StopAsync(_process, KillCause.Stopped, _options).ConfigureAwait(false);
        _process.Dispose();
    }

    /// <returns>Where.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.EngineFailed"/>: the folder for it cannot be written.</exception>
    private static string Listen(Socket listener, SocketFolder sockets)
    {
        try
        {
            var path = sockets.NextSocketPath();
            listener.Bind(new UnixDomainSocketEndPoint(path));
            listener.Listen(1);
            return path;
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            throw new SpeechException(
                SpeechErrorCode.EngineFailed, $"no engine can be started, since there is no socket for it in {Printable.Line(sockets.FullPath)} ({Printable.Message(e)}); make room or correct the permissions", innerException: e);
        }
    }

    /// <exception cref="EndOfStreamException">The child ended instead of connecting.</exception>
    private static async Task<Stream> ConnectionAsync(Socket listener, ChildProcess process, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = listener.AcceptAsync(waiting.Token).AsTask();
        if (await Task.WhenAny(accepting, process.Ended).ConfigureAwait(false) == accepting)
            return new NetworkStream(await accepting.ConfigureAwait(false), ownsSocket: true);
        await waiting.CancelAsync().ConfigureAwait(false);
        await ((Task)accepting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // cancelled just now
        throw new EndOfStreamException("the engine ended before it connected");
    }

    private async Task<ReadOnlyMemory<byte>> AskCoreAsync(ReadOnlyMemory<byte> payload, Prediction prediction, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        using var watch = new ChildWatch(_process, _options.Limits.BudgetFor(prediction), _options);
        var request = new PayloadWriter().UInt32(id).Raw(payload.Span);
        await _frames.WriteAsync(FrameKind.Request, request.Bytes, CancellationToken.None).ConfigureAwait(false);
        var reading = ReadReplyAsync(id);
        try
        {
            return await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!reading.IsCompleted)
        {
            await CancelAsync(id, reading).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadFrameException("a frame that gives up what nobody cancelled", []);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadReplyAsync(uint id)
    {
        var frame = await _frames.ReadAsync(CancellationToken.None).ConfigureAwait(false) ?? throw new EndOfStreamException("the engine closed its socket");
        if (frame.Kind == FrameKind.Fault)
            throw EngineFault.Decode(frame.Payload.Span).ToException();
        if (frame.Kind is not (FrameKind.Answer or FrameKind.Cancelled) || frame.Payload.Length < sizeof(uint))
            throw new BadFrameException($"a frame {frame.Kind} where an answer belongs", frame.Payload.Span);
        var answered = BinaryPrimitives.ReadUInt32LittleEndian(frame.Payload.Span);
        if (answered != id)
            throw new BadFrameException($"an answer to request {answered} instead of {id}", frame.Payload.Span);
        return frame.Kind == FrameKind.Answer
            ? frame.Payload[sizeof(uint)..]
            : throw new OperationCanceledException("the engine gave the request up");
    }

    /// <summary>Returns when the child is idle again or gone.</summary>
    private async Task CancelAsync(uint id, Task reading)
    {
        try
        {
            await _frames.WriteAsync(FrameKind.Cancel, new PayloadWriter().UInt32(id).Bytes, CancellationToken.None).ConfigureAwait(false);
            await reading.WaitAsync(_options.Limits.CancelGrace, _options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            await StopAsync(_process, KillCause.CancelUnanswered, _options).ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // ended with the socket; nobody waits for it any more
        }
        catch (Exception e) when (e is OperationCanceledException or SpeechException)
        {
            // Given up, or refused: either way it is idle.
        }
    }

    /// <summary>Logs bytes that should not have come, and tells whether the child must be killed for what happened.</summary>
    private static KillCause ClassifyFailure(Exception e, ChildProcess process, EngineLinkOptions options)
    {
        switch (e)
        {
            case BadFrameException:
                options.Log($"engine {process.Id} sent {e.Message}");
                return KillCause.BadFrame;
            case OperationCanceledException or ObjectDisposedException:
                return KillCause.Stopped;
            default:
                return KillCause.SocketClosed;
        }
    }

    /// <summary>Sees the process out. One that lied is killed at once; any other is given a moment to end as it would.</summary>
    private static async Task<EngineEnd> StopAsync(ChildProcess process, KillCause cause, EngineLinkOptions options)
    {
        if (cause is not (KillCause.BadFrame or KillCause.CancelUnanswered))
        {
            var grace = Task.Delay(options.Limits.StopGrace, options.Time);
            if (await Task.WhenAny(process.Ended, grace).ConfigureAwait(false) == process.Ended)
                return await process.Ended.ConfigureAwait(false);
        }

        process.Kill(cause);
        return await process.Ended.ConfigureAwait(false);
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.Native.Posix;

namespace Kokoro.Host.EngineProcess;

/// <summary>
/// The child's end of the link. The calling thread works; a second one reads the socket all the time, so that a cancel is
/// seen during the work and the end of the connection ends the process at once, wherever the work is.
/// </summary>
internal sealed class EngineServer : IDisposable
{
    private const int ParentGone = 0;
    private const int ParentSentGarbage = 3;
    private const int OwnFault = 70;

    private readonly FrameStream _frames;
    private readonly IEngineWork _work;
    private readonly SemaphoreSlim _requests = new(0);
    private readonly Lock _requestLock = new();
    private Request? _request;

    public EngineServer(Stream stream, IEngineWork work)
    {
        _frames = new FrameStream(stream);
        _work = work;
    }

    /// <summary>Ctrl-C reaches the whole group of processes; when to end is for the parent to say, by closing the socket.</summary>
    public static IDisposable[] IgnoreSignals() =>
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true),
    ];

    /// <summary>Works until the parent closes the connection, which ends the process. Returns only after a failed start.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        new Thread(Listen) { IsBackground = true, Name = "socket" }.Start();
        try
        {
            _frames.Write(FrameKind.Hello, _work.Load().Encode().Span);
        }
        catch (SpeechException e)
        {
            _frames.Write(FrameKind.Fault, new EngineFault(e.Code, e.Message).Encode().Span);
            return 1;
        }

        WarmUp();
        while (true)
        {
            _requests.Wait();
            Request request;
            lock (_requestLock)
                request = _request!;
            Answer(request);
            lock (_requestLock)
            {
                if (_request == request) // else the next one is here already
                    _request = null;
            }

            request.Dispose();
        }
    }

    public void Dispose()
    {
        _frames.Dispose();
        _requests.Dispose();
    }

    private void WarmUp()
    {
        try
        {
            _work.WarmUp();
        }
        catch (SpeechException)
        {
            // A request that needs what is missing will be refused with the same words.
        }
    }

    private void Answer(Request request)
    {
        try
        {
            var answer = _work.Answer(request.Payload.Span, request.Cancelled);
            Send(FrameKind.Answer, request.Id, answer.Span);
        }
        catch (OperationCanceledException)
        {
            Send(FrameKind.Cancelled, request.Id, []);
        }
        catch (SpeechException e)
        {
            _frames.Write(FrameKind.Fault, new EngineFault(e.Code, e.Message).Encode().Span);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            ProcessExit.Now(ParentGone); // there is nobody to answer any more
        }
        catch (Exception e)
        {
            // Unwinding would close the socket, which the other thread takes for the end of the parent: the process would end as if all were well.
            Console.Error.WriteLine($"a fault of the engine itself: {e}");
            ProcessExit.Now(OwnFault);
        }
    }

    private void Send(FrameKind kind, uint id, ReadOnlySpan<byte> payload) =>
        _frames.Write(kind, new PayloadWriter().UInt32(id).Raw(payload).Bytes.Span);

    private void Listen()
    {
        try
        {
            while (_frames.Read() is { } frame)
                Take(frame);
        }
        catch (BadFrameException e)
        {
            Console.Error.WriteLine($"the program sent {e.Message}");
            ProcessExit.Now(ParentSentGarbage);
        }
        catch (IOException)
        {
            // The connection broke, which is one way for the parent to be gone.
        }

        ProcessExit.Now(ParentGone);
    }

    private void Take(Frame frame)
    {
        if (frame.Kind is not (FrameKind.Request or FrameKind.Cancel) || frame.Payload.Length < sizeof(uint))
            throw new BadFrameException($"a frame {frame.Kind} where a request or a cancel belongs", frame.Payload.Span);
        var id = BinaryPrimitives.ReadUInt32LittleEndian(frame.Payload.Span);
        lock (_requestLock)
        {
            if (frame.Kind == FrameKind.Cancel)
            {
                if (_request?.Id == id) // else it was answered while the cancel was on its way
                    _request.Cancel();
                return;
            }

            _request = new Request(id, frame.Payload[sizeof(uint)..]);
        }

        _requests.Release();
    }

    private sealed class Request(uint id, ReadOnlyMemory<byte> payload) : IDisposable
    {
        private readonly CancellationTokenSource _cancel = new();

        public uint Id { get; } = id;

        public ReadOnlyMemory<byte> Payload { get; } = payload;

        public CancellationToken Cancelled => _cancel.Token;

        public void Cancel() => _cancel.Cancel();

        public void Dispose() => _cancel.Dispose();
    }
}

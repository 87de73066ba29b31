using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kokoro.Bench.StubEngine;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Tests.EngineLink.Faults;

namespace Kokoro.Tests.EngineLink;

/// <summary>A place where a test's engines live, and all that they log.</summary>
internal sealed class Engines : IDisposable
{
    /// <summary>A fraction of a second where the program waits seconds: only where a kill is wanted, since a busy machine may starve a healthy child for that long.</summary>
    public static readonly EngineLimits Short = new()
    {
        CpuGrace = TimeSpan.FromMilliseconds(500),
        LeastStall = TimeSpan.FromMilliseconds(500),
        SampleEvery = TimeSpan.FromMilliseconds(20),
        CancelGrace = TimeSpan.FromMilliseconds(100),
    };

    public static readonly Prediction Quick = Prediction.OneThread(TimeSpan.FromMilliseconds(10));

    private readonly SocketFolder _sockets = SocketFolder.Create();

    public ConcurrentQueue<string> Log { get; } = [];

    public string Folder => _sockets.FullPath;

    public EngineLinkOptions Real(EngineLimits? limits = null) => With(EngineCommand.ForThisProgram(), limits ?? new());

    /// <summary>Engines whose audio is made from the ids, so that the processor is not what they wait for.</summary>
    /// <param name="speed">Seconds of audio that each makes in a second.</param>
    public EngineLinkOptions Stub(double speed) => With(StubEngines.Command(speed), new());

    /// <param name="first">The fault is in this many processes only.</param>
    public EngineLinkOptions Faulty(Fault fault, int? first = null, EngineLimits? limits = null)
    {
        var program = EngineCommand.ForThisProgram();
        ImmutableArray<string> arguments = [Path.Combine(AppContext.BaseDirectory, "Kokoro.Tests.dll"), fault.ToString()];
        if (first is { } count)
            arguments = [.. arguments, count.ToString(), Folder];
        var isKilled = fault is Fault.Burns or Fault.SleepsInNativeCode or Fault.SilentAtStart;
        return With(new EngineCommand(program.FileName, arguments), limits ?? (isKilled ? Short : new()));
    }

    public void Dispose() => _sockets.Dispose();

    private EngineLinkOptions With(EngineCommand command, EngineLimits limits) => new(command, _sockets, limits, TimeProvider.System, Log.Enqueue);
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.Load;

/// <summary>The order in which engines are given runs.</summary>
internal sealed class RunStarts(ISpeechEngineStarter starter) : ISpeechEngineStarter
{
    private readonly ConcurrentQueue<ImmutableArray<long>> _runs = [];

    public int Count => _runs.Count;

    /// <returns>How many had been started before the first run with these ids.</returns>
    public int IndexOf(ImmutableArray<long> ids) => _runs.TakeWhile(run => !run.SequenceEqual(ids)).Count();

    public async Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken) => new Watched(await starter.StartAsync(cancellationToken), _runs);

    private sealed class Watched(ISpeechEngine engine, ConcurrentQueue<ImmutableArray<long>> runs) : ISpeechEngine
    {
        public SpeechEngineInfo Info => engine.Info;

        public Task<EngineEnd> Ended => engine.Ended;

        public Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken)
        {
            runs.Enqueue(run.Ids);
            return engine.RunAsync(run, cancellationToken);
        }

        public Task<double> MeasureGainAsync(CancellationToken cancellationToken) => engine.MeasureGainAsync(cancellationToken);

        public ValueTask DisposeAsync() => engine.DisposeAsync();
    }
}

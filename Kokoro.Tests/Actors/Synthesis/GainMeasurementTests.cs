using Kokoro.Actors.Settings;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Actors.Synthesis;

/// <summary>Engines that load and test themselves use the cores whose gain is measured.</summary>
public sealed class GainMeasurementTests
{
    [Fact]
    public async Task What_all_cores_gain_is_not_measured_before_the_last_engine_has_started()
    {
        Unmeasured? engines = null;
        var settings = new ServerSettings { Phonemizers = new() { Size = 1 }, Synthesis = new() { Size = 2 }, Router = new() { Permits = 2 } };
        await using var server = await TestServer.StartAsync(settings, watch: starter => engines = new Unmeasured(starter));

        var report = await server.UntilAsync(each => each.Engines.Any(engine => engine.Name.StartsWith("synthesis", StringComparison.Ordinal)));
        Assert.Equal(0, report.PermitsInUse);
        Assert.False(engines!.Measured.IsCompleted);
        engines.LetSecondStart();

        await engines.Measured.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await server.UntilIdleAsync()).Synthesis.Ready);
    }

    /// <summary>Engines of a model whose gain nobody knows; all but the first start when they are told to.</summary>
    private sealed class Unmeasured(ISpeechEngineStarter starter) : ISpeechEngineStarter
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _started;

        public Task Measured => _measured.Task;

        public void LetSecondStart() => _second.SetResult();

        public async Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _started) > 1)
                await _second.Task.WaitAsync(cancellationToken);
            return new Engine(await starter.StartAsync(cancellationToken), _measured);
        }
    }

    private sealed class Engine(ISpeechEngine engine, TaskCompletionSource measured) : ISpeechEngine
    {
        public SpeechEngineInfo Info { get; } = engine.Info with { WideGain = null };

        public Task<EngineEnd> Ended => engine.Ended;

        public Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken) => engine.RunAsync(run, cancellationToken);

        public Task<double> MeasureGainAsync(CancellationToken cancellationToken)
        {
            measured.TrySetResult();
            return Task.FromResult(1.5);
        }

        public ValueTask DisposeAsync() => engine.DisposeAsync();
    }
}

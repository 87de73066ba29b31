using System.Diagnostics;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.Contracts;

/// <summary>The twin of the child: the same model without a process, for tests of what uses engines.</summary>
internal sealed class InProcessSpeechEngine(SpeechEngineSetup setup) : ISpeechEngine
{
    private readonly TwoWidthModel _model = TwoWidthModel.Open(setup, static _ => { });
    private readonly TaskCompletionSource<EngineEnd> _ended = new();

    public SpeechEngineInfo Info => new(_model.Name, _model.Hash, "in process", ["cpu"], setup.Threads, 1, 50, null);

    public Task<EngineEnd> Ended => _ended.Task;

    public Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken) => Task.Run(() => _model.Run(run, cancellationToken), cancellationToken);

    public async Task<double> MeasureGainAsync(CancellationToken cancellationToken)
    {
        var run = new SelfTest(new float[ModelSignature.StyleLength], IsStrict: false).Run(RunWidth.Narrow);
        await RunAsync(run with { Width = RunWidth.Wide }, cancellationToken);
        return await TookAsync(run) / await TookAsync(run with { Width = RunWidth.Wide });

        async Task<double> TookAsync(SpeechRun each)
        {
            var began = Stopwatch.GetTimestamp();
            await RunAsync(each, cancellationToken);
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
    }

    public ValueTask DisposeAsync()
    {
        _model.Dispose();
        _ended.TrySetResult(EngineEnd.Of(0, KillCause.Stopped));
        return ValueTask.CompletedTask;
    }
}

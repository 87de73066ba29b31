using System.Diagnostics;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Host.EngineProcess;

/// <summary>Runs to samples, by one warm model.</summary>
internal sealed class SpeechWork(SpeechEngineSetup setup) : IEngineWork, IDisposable
{
    private TwoWidthModel? _model;

    public EngineHello Load()
    {
        _model = TwoWidthModel.Open(setup, Console.Error.WriteLine);
        return new EngineHello(
            EngineKind.Speech, $"ONNX Runtime {InferenceLibrary.Version}", _model.Hash, [EngineProviders.Name(setup.Provider)], setup.Threads) { Model = _model.Name };
    }

    /// <summary>The parent begins with a self-test, which compiles what there is to compile.</summary>
    public void WarmUp()
    {
    }

    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        var model = _model ?? throw new InvalidOperationException("asked before it was loaded");
        var run = RunRequest.Decode(request);
        model.Prepare(run.Width); // opening is no part of its speed
        var began = Stopwatch.GetTimestamp();
        var output = model.Run(run, cancellationToken);
        return new RunAnswer(output, Stopwatch.GetElapsedTime(began)).Encode();
    }

    public void Dispose() => _model?.Dispose();
}

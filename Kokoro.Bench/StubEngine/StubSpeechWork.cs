using System.Diagnostics;
using System.Globalization;
using Kokoro.Host.EngineProcess;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.StubEngine;

/// <summary>A speech engine of fixed speed: it makes the stub model's sound and waits until as much time has passed as it should have taken.</summary>
/// <param name="speed">Seconds of audio in a second.</param>
internal sealed class StubSpeechWork(double speed) : IEngineWork, IDisposable
{
    private readonly StubSpeechModel _model = new();

    public EngineHello Load()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"stub {speed}x");
        return new EngineHello(EngineKind.Speech, name, ModelHash: Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([])), ["cpu"], Threads: 1) { Model = name };
    }

    /// <summary>As the self-test measures the speed, and compiling code is no part of it.</summary>
    public void WarmUp() => Answer(RunRequest.Encode(new SelfTest(new float[ModelSignature.StyleLength], IsStrict: false).Run(RunWidth.Narrow)).Span, CancellationToken.None);

    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var run = RunRequest.Decode(request);
        var output = _model.Run(run.Ids.AsSpan(), run.Style.Span, run.Speed, cancellationToken);
        var rest = TimeSpan.FromSeconds(output.Samples.Length / (double)PcmRun.SampleRate / speed) - Stopwatch.GetElapsedTime(began);
        if (rest > TimeSpan.Zero && cancellationToken.WaitHandle.WaitOne((int)Math.Ceiling(rest.TotalMilliseconds))) // it counts whole ones
            cancellationToken.ThrowIfCancellationRequested();
        return new RunAnswer(output, Stopwatch.GetElapsedTime(began)).Encode();
    }

    public void Dispose() => _model.Dispose();
}

using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>One warm model that has passed its self-test. It does one thing at a time and may end at any time; once ended it stays so.</summary>
internal interface ISpeechEngine : IAsyncDisposable
{
    SpeechEngineInfo Info { get; }

    /// <summary>Completes when no run will be answered any more.</summary>
    Task<EngineEnd> Ended { get; }

    /// <returns>What the model gave, checked: finite, and as long as its durations say.</returns>
    /// <exception cref="EngineEndedException">It ended, or was killed; what it says tells whether the run is to blame.</exception>
    /// <exception cref="SpeechException">It refused the run, and is ready for the next.</exception>
    /// <exception cref="ArgumentException">Not a run: the wrong number of ids or of floats. It is ready for the next.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the engine is idle again, or has ended (<see cref="Ended"/>).</exception>
    Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken);

    /// <summary>Runs the self-test narrow and wide; only with nothing else on the machine's cores.</summary>
    /// <returns>The speed of the wide run over that of the narrow one.</returns>
    /// <inheritdoc cref="RunAsync" path="/exception"/>
    Task<double> MeasureGainAsync(CancellationToken cancellationToken);
}

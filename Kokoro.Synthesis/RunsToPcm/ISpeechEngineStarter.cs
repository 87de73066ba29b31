using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>Starts speech engines, each with the same model.</summary>
internal interface ISpeechEngineStarter
{
    /// <returns>An engine that has passed its self-test.</returns>
    /// <exception cref="EngineEndedException">It ended before it was ready; <see cref="EngineEnd"/> tells whether from outside.</exception>
    /// <exception cref="SpeechException">The model or a library is missing or corrupt, or the self-test gave what cannot be speech.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left of it.</exception>
    Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken);
}

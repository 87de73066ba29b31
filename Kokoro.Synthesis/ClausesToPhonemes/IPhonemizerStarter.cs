using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Starts phonemizers that share what they know of words that end engines.</summary>
internal interface IPhonemizerStarter
{
    /// <param name="onEnd">Hears, from any thread, of each engine that ended and that the phonemizer replaces by itself.</param>
    /// <returns>One whose engine has answered.</returns>
    /// <exception cref="EngineEndedException">It ended before it was ready; <see cref="EngineEnd"/> tells whether from outside.</exception>
    /// <exception cref="SpeechException">The library is missing or too old.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left of it.</exception>
    Task<IPhonemizerEngine> StartAsync(Action<EngineEnd> onEnd, CancellationToken cancellationToken);
}

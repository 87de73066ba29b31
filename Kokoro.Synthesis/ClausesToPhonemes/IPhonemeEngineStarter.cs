using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

internal interface IPhonemeEngineStarter
{
    /// <exception cref="EngineEndedException">It ended before it was ready.</exception>
    /// <exception cref="SpeechException">It cannot work here: its library is missing.</exception>
    Task<IPhonemeEngine> StartAsync(CancellationToken cancellationToken);
}

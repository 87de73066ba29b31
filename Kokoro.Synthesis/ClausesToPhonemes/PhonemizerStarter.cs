using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Starts phonemizers whose engines are processes, and lets them share the words that end engines.</summary>
internal sealed class PhonemizerStarter(IPhonemeEngineStarter engines, QuarantinedWords quarantine) : IPhonemizerStarter
{
    public async Task<IPhonemizerEngine> StartAsync(Action<EngineEnd> onEnd, CancellationToken cancellationToken)
    {
        // The first start is for the caller to repeat, with its own pauses.
        var engine = new RestartingPhonemeEngine(engines, onEnd);
        try
        {
            await engine.StartOnceAsync(cancellationToken).ConfigureAwait(false);
            return new Phonemizer(engine, quarantine);
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

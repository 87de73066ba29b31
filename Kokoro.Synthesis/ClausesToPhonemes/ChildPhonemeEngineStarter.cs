using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Starts phoneme engines as processes.</summary>
internal sealed class ChildPhonemeEngineStarter(EngineLinkOptions options) : IPhonemeEngineStarter
{
    public async Task<IPhonemeEngine> StartAsync(CancellationToken cancellationToken) =>
        new ChildPhonemeEngine(await EngineChild.StartAsync(EngineKind.Phonemes, options, cancellationToken).ConfigureAwait(false));
}

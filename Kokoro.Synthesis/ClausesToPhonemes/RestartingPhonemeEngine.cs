using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>
/// Always has an engine, and tells apart whose fault an end was. An engine that was ended from outside is replaced and
/// asked again; one that ended by what it read is reported.
/// </summary>
/// <param name="onEnd">Hears of each engine that ended and is replaced when the next one is needed. The last one's end is its own task's.</param>
internal sealed class RestartingPhonemeEngine(IPhonemeEngineStarter starter, Action<EngineEnd>? onEnd = null) : IAsyncDisposable
{
    /// <summary>An engine that is killed from outside four times while it reads one passage is being kept from working.</summary>
    private const int MostOutsideEnds = 3;

    /// <summary>One failure may be chance; three in a row are the state of this machine.</summary>
    private const int MostStarts = 3;

    private IPhonemeEngine? _engine;

    /// <summary>Null before the first start, and while one failed.</summary>
    public IPhonemeEngine? Current => _engine;

    /// <summary>Starts the engine if there is none, so that the first passage need not wait for it.</summary>
    /// <returns>What reads: <see cref="IPhonemeEngine.Software"/>.</returns>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    public async Task<string> StartAsync(CancellationToken cancellationToken) =>
        (await EngineAsync(cancellationToken).ConfigureAwait(false)).Software;

    /// <summary>Starts the engine, and leaves it to the caller what a failure means.</summary>
    /// <inheritdoc cref="IPhonemeEngineStarter.StartAsync" path="/exception"/>
    public async Task StartOnceAsync(CancellationToken cancellationToken) => _engine = await starter.StartAsync(cancellationToken).ConfigureAwait(false);

    /// <exception cref="EngineEndedException">The engine ended and the passage is to blame: <see cref="EngineEnd.IsEvidence"/>.</exception>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.EngineFailed"/> or <see cref="SpeechErrorCode.LibraryMissing"/>: no engine starts, or none stays alive.
    /// </exception>
    public async Task<ImmutableArray<PhonemeGroup>> ReadAsync(PassageRequest passage, CancellationToken cancellationToken)
    {
        for (var outside = 0; ; outside++)
        {
            var engine = await EngineAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await engine.ReadAsync(passage, cancellationToken).ConfigureAwait(false);
            }
            catch (EngineEndedException e)
            {
                await DropAsync().ConfigureAwait(false);
                onEnd?.Invoke(e.End);
                if (e.End.IsEvidence)
                    throw;
                if (outside == MostOutsideEnds)
                    throw new SpeechException(SpeechErrorCode.EngineFailed, $"the phoneme engine does not stay alive: it {e.End}; see what ends it and try again", innerException: e);
            }
        }
    }

    public ValueTask DisposeAsync() => DropAsync();

    private async Task<IPhonemeEngine> EngineAsync(CancellationToken cancellationToken)
    {
        if (_engine is { Ended: { IsCompleted: true } ended })
        {
            await DropAsync().ConfigureAwait(false);
            onEnd?.Invoke(await ended.ConfigureAwait(false));
        }

        for (var start = 1; _engine is null; start++)
        {
            try
            {
                _engine = await starter.StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (EngineEndedException e) when (start == MostStarts)
            {
                throw new SpeechException(SpeechErrorCode.EngineFailed, $"the phoneme engine does not start: it {e.End}; run ./kokoro doctor", innerException: e);
            }
            catch (EngineEndedException)
            {
                // Tried again: the condition above ends it.
            }
        }

        return _engine;
    }

    private async ValueTask DropAsync()
    {
        var engine = _engine;
        _engine = null;
        if (engine is not null)
            await engine.DisposeAsync().ConfigureAwait(false);
    }
}

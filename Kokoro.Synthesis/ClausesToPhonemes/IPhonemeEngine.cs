using System.Collections.Immutable;
using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>One engine that turns passages into phonemes. It may end at any time, on any text.</summary>
internal interface IPhonemeEngine : IAsyncDisposable
{
    /// <summary>The library that reads, with its version, for showing.</summary>
    string Software { get; }

    /// <summary>Null for one in this process.</summary>
    int? ProcessId { get; }

    /// <summary>Completes when no request will be answered any more.</summary>
    Task<EngineEnd> Ended { get; }

    /// <returns>Groups in order, which together cover every word.</returns>
    /// <exception cref="EngineEndedException">It ended; what it says tells whether the passage is to blame.</exception>
    /// <exception cref="SpeechException">It refused, and is ready for the next passage.</exception>
    Task<ImmutableArray<PhonemeGroup>> ReadAsync(PassageRequest passage, CancellationToken cancellationToken);
}

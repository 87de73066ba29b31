using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>A phonemizer with a live engine, for an owner who replaces it as a whole. It reads one clause at a time.</summary>
internal interface IPhonemizerEngine : IPhonemizer, IAsyncDisposable
{
    /// <summary>The library that reads, with its version.</summary>
    string Software { get; }

    /// <summary>Of the engine that reads now; null for one in this process.</summary>
    int? ProcessId { get; }

    /// <summary>
    /// Completes when its engine ended while no clause was being read, or when it could not be replaced while one was; no clause is answered after that.
    /// An engine that a clause ended, and that was replaced, does not complete it.
    /// </summary>
    Task<EngineEnd> Ended { get; }
}

using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>A phonemizer with an engine, for an owner who replaces it as a whole. It reads one clause at a time, and may change its engine at any clause.</summary>
internal interface IPhonemizerEngine : IPhonemizer, IAsyncDisposable
{
    /// <summary>The library that reads, with its version.</summary>
    string Software { get; }

    /// <summary>Of the engine that it has now; null for one in this process.</summary>
    int? ProcessId { get; }

    /// <summary>The end of the engine that it has now; null when it has none, because the last one could not be replaced.</summary>
    Task<EngineEnd>? Ended { get; }
}

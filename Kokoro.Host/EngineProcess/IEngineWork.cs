using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Host.EngineProcess;

/// <summary>What an engine process is there for. Called on one thread only.</summary>
internal interface IEngineWork
{
    /// <summary>Loads what is needed, before the first request.</summary>
    /// <exception cref="Synthesis.SpeechException">Told to the parent instead of a hello.</exception>
    EngineHello Load();

    /// <summary>Does the kind of work that is to come once, so that the first request finds code compiled; the hello is out already.</summary>
    void WarmUp();

    /// <param name="cancellationToken">The parent no longer wants the answer.</param>
    /// <exception cref="Synthesis.SpeechException">Told to the parent instead of an answer.</exception>
    ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> request, CancellationToken cancellationToken);
}

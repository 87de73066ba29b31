namespace Kokoro.Synthesis.EngineLink;

/// <summary>The engine process ended before it answered. The next request needs a new one.</summary>
internal sealed class EngineEndedException(EngineEnd end, Exception? innerException = null)
    : Exception($"the engine {end}", innerException)
{
    public EngineEnd End { get; } = end;
}

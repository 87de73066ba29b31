namespace Kokoro.Synthesis.EngineLink;

/// <summary>What every engine of a program shares.</summary>
/// <param name="Log">Takes one line, from any thread.</param>
internal sealed record EngineLinkOptions(EngineCommand Command, SocketFolder Sockets, EngineLimits Limits, TimeProvider Time, Action<string> Log);

namespace Kokoro.Synthesis.EngineLink;

/// <summary>One message between the program and an engine process.</summary>
internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);

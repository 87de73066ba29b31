using System.Collections.Immutable;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What a speech engine is asked. It holds no voices and no text: a run brings all it needs.</summary>
/// <param name="Ids">3 to 512 vocabulary ids, pads included.</param>
/// <param name="Style">[256] floats.</param>
/// <param name="Speed">0.25 to 4.</param>
public sealed record SpeechRun(ImmutableArray<long> Ids, ReadOnlyMemory<float> Style, float Speed, RunWidth Width);

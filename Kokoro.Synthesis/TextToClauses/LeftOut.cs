namespace Kokoro.Synthesis.TextToClauses;

/// <summary>A stretch of the text that is not spoken, and why. Listeners are told; nothing vanishes silently.</summary>
public sealed record LeftOut(TextRange Source, LeftOutReason Reason);

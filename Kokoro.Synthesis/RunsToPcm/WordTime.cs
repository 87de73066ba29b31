namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>When a word is heard.</summary>
/// <param name="Source">Its place in the text as received.</param>
/// <param name="From">Samples from the start of the run to its first sound.</param>
/// <param name="To">Samples from the start of the run to its end.</param>
public sealed record WordTime(TextRange Source, int From, int To);

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What the model gave for one run.</summary>
/// <param name="Samples">24 kHz mono, nominally within -1..1.</param>
/// <param name="Durations">One for each id, pads included, in frames of 600 samples; null when the model gives none.</param>
public sealed record ModelOutput(float[] Samples, int[]? Durations);

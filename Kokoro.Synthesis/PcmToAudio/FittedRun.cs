using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>A run whose pauses have their lengths.</summary>
/// <param name="Owed">Samples of silence with which the next run has to begin; null for as many as the model gives it.</param>
internal sealed record FittedRun(PcmRun Run, int? Owed);

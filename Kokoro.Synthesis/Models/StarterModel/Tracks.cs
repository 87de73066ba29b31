using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>What the vocal tract and the sources do in each frame: [1, channels, T].</summary>
/// <param name="Formants">F1 to F4, Hz.</param>
/// <param name="Bandwidths">Of F1 to F4, Hz.</param>
/// <param name="NasalZero">Hz.</param>
/// <param name="Tilt">Corner of the voice's low-pass, Hz.</param>
/// <param name="Voicing">Amplitude of the pulses.</param>
/// <param name="Breath">Amplitude of the noise through the formants.</param>
/// <param name="Noise">Amplitudes of the noise bands.</param>
internal sealed record Tracks(Value Formants, Value Bandwidths, Value NasalZero, Value Tilt, Value Voicing, Value Breath, Value Noise);

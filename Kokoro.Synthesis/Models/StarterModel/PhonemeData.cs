namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>`phonemes.json`: what the starter voice knows about every sound.</summary>
/// <param name="Defaults">What a segment has where it says nothing.</param>
/// <param name="Noise">Spectra by name: pairs of Hz and dB with straight lines between.</param>
internal sealed record PhonemeData(
    SegmentEntry Defaults, IReadOnlyDictionary<string, double[][]> Noise, IReadOnlyList<PhonemeEntry> Phonemes);

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>One symbol of `phonemes.json`.</summary>
/// <param name="Symbol">A symbol of Kokoro's vocabulary, or $ for the pad.</param>
/// <param name="Weak">A vowel that is short by nature.</param>
/// <param name="Stress">Of a mark: 1 primary, 0.5 secondary, for the next vowel.</param>
/// <param name="Tone">Of a mark: semitones at the start and the end of the vowel before it.</param>
/// <param name="Segments">One to three in time order; none for a mark.</param>
internal sealed record PhonemeEntry(
    string Symbol,
    PhonemeType Type,
    bool Weak,
    BoundaryTune Boundary,
    double Stress,
    bool Space,
    bool Long,
    bool Nasal,
    double[]? Tone,
    AlternativeWhen AlternativeWhen,
    SegmentEntry[]? Segments);

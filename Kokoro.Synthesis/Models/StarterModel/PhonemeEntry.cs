namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>One symbol of `phonemes.json`.</summary>
internal sealed record PhonemeEntry
{
    /// <summary>A symbol of Kokoro's vocabulary, or $ for the pad.</summary>
    public string Symbol { get; init; } = "";

    public PhonemeType Type { get; init; }

    /// <summary>A vowel that is short by nature.</summary>
    public bool Weak { get; init; }

    /// <summary>Of a pause: the tune that it gives to the phrase before it.</summary>
    public BoundaryTune Boundary { get; init; }

    /// <summary>Of a mark: 1 primary, 0.5 secondary, for the next vowel.</summary>
    public double Stress { get; init; }

    public bool Space { get; init; }

    /// <summary>Of a mark: the sound before is long.</summary>
    public bool Long { get; init; }

    /// <summary>Of a mark: the sound before is nasal.</summary>
    public bool Nasal { get; init; }

    /// <summary>Of a mark: semitones at the start and the end of the vowel before it.</summary>
    public double[]? Tone { get; init; }

    public AlternativeWhen AlternativeWhen { get; init; }

    /// <summary>One to three in time order; none for a mark.</summary>
    public SegmentEntry[] Segments { get; init; } = [];
}

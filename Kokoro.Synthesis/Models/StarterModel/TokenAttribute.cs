namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The columns of the attribute table: what the rules ask about a token. Flags are 0 or 1.</summary>
internal enum TokenAttribute
{
    /// <summary>It has time of its own: every known id but the marks.</summary>
    Real,
    Vowel,
    Pause,

    /// <summary>Stop, fricative or affricate without voice; it shortens the vowel before.</summary>
    VoicelessObstruent,
    VoicedObstruent,

    /// <summary>Glide or liquid.</summary>
    Approximant,

    /// <summary>Vowel, glide, liquid or nasal: a voice that may die away.</summary>
    Sonorant,

    /// <summary>A vowel that is short by nature.</summary>
    Weak,
    BoundaryStop,
    BoundaryQuestion,
    BoundaryExclamation,
    BoundaryComma,

    /// <summary>F2 of its first segment, Hz.</summary>
    SecondFormantAtStart,
    SecondFormantAtEnd,
    AlternativeWhenFront,
    AlternativeInCoda,
    AlternativeWhenLong,

    /// <summary>May be the first letter of a diphthong that is written with two.</summary>
    DiphthongFirst,
    DiphthongSecond,

    /// <summary>[s] or [ʃ], after which a stop is not aspirated.</summary>
    Sibilant,

    /// <summary>A voiceless stop, whose third segment is aspiration.</summary>
    AspiratedStop,

    // The marks.
    Stress,
    Space,
    Length,
    NasalTilde,
    ToneAtStart,
    ToneAtEnd,
}

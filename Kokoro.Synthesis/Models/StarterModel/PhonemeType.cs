namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The manner of articulation, as far as the rules tell it apart.</summary>
internal enum PhonemeType
{
    Vowel,
    Glide,
    Liquid,
    Nasal,
    Flap,
    VoicelessStop,
    VoicedStop,
    VoicelessFricative,
    VoicedFricative,
    VoicelessAffricate,
    VoicedAffricate,

    /// <summary>[h] and aspiration: a fricative that takes the shape of its neighbours.</summary>
    Aspirate,

    Pause,

    /// <summary>No sound of its own; it shapes its neighbours.</summary>
    Mark,
}

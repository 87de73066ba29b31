namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The floats of a style row that the starter voice reads, in their order; the other 244 are ignored. Each is a power of
/// two on something (4 for <see cref="Breath"/>), so the zero row is the neutral man.
/// </summary>
internal enum StyleParameter
{
    /// <summary>Pitch.</summary>
    Pitch,

    /// <summary>Width of the melody.</summary>
    Range,

    /// <summary>All formants: a shorter vocal tract has higher ones.</summary>
    Tract,

    /// <summary>Breath noise in voiced sounds.</summary>
    Breath,

    /// <summary>Darkness: lowers the corner of the voice's low-pass.</summary>
    Tilt,

    /// <summary>Tempo.</summary>
    Rate,

    /// <summary>Unsteadiness of the pitch.</summary>
    Flutter,

    /// <summary>Sharpness of the glottal pulse: more is more pressed.</summary>
    Glottis,

    /// <summary>F1 alone.</summary>
    FirstFormant,

    /// <summary>F2 alone.</summary>
    SecondFormant,

    /// <summary>Loudness.</summary>
    Level,

    /// <summary>Frication and bursts.</summary>
    Noise,
}

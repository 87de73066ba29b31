namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>What makes a phoneme take its alternative segments.</summary>
internal enum AlternativeWhen
{
    Never,

    /// <summary>By degrees: as much as F2 of the neighbouring vowel is that of a front one ([k] in "key" and "car").</summary>
    Front,

    /// <summary>No vowel, glide or liquid follows (the dark [l]).</summary>
    Coda,

    /// <summary>A length mark follows.</summary>
    Long,
}

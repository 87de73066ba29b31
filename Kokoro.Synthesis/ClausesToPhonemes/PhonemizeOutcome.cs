namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>What it took to turn a passage into phonemes.</summary>
public enum PhonemizeOutcome
{
    /// <summary>The first engine read it whole.</summary>
    Whole,

    /// <summary>The first engine ended on it; a fresh one read the same passage whole.</summary>
    WholeAfterRestart,

    /// <summary>Two engines ended on it; it was read word by word, so sounds that depend on neighbours may differ.</summary>
    WordByWord,
}

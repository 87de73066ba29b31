namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A currency as it is said.</summary>
/// <param name="Cent">Its hundredth; null where nobody counts it.</param>
internal sealed record Currency(string Singular, string Plural, string? Cent = null, string? Cents = null);

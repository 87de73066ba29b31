namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A unit as it is said.</summary>
internal sealed record Unit(string Singular, string Plural);

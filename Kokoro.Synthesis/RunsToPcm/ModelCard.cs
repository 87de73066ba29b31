namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What a model file says of itself, for showing.</summary>
/// <param name="Producer">The program that wrote it.</param>
/// <param name="Properties">Whatever its makers put in.</param>
internal sealed record ModelCard(
    string Producer, string GraphName, string Description, long Version, IReadOnlyDictionary<string, string> Properties);

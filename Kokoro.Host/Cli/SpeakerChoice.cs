namespace Kokoro.Host.Cli;

/// <summary>What the command line says about who speaks. Null is "not said".</summary>
/// <param name="Voice">A voice's id, or the path of a voice file.</param>
/// <param name="Language">A language code; the voice's own language without it.</param>
/// <param name="Model">The path of a model file; the starter model without it.</param>
/// <param name="Provider">The name of ONNX Runtime's execution provider.</param>
internal sealed record SpeakerChoice(string? Voice, string? Language, string? Model, string? Provider);

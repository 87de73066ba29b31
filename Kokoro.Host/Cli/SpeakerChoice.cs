namespace Kokoro.Host.Cli;

/// <summary>What the command line says about who speaks. Null is "not said".</summary>
/// <param name="Voice">A voice's id, or the path of a voice file.</param>
/// <param name="Language">A language code; the voice's own language without it.</param>
/// <param name="Model">Which one speaks.</param>
/// <param name="Provider">The name of ONNX Runtime's execution provider.</param>
internal sealed record SpeakerChoice(string? Voice, string? Language, ChosenModel Model, string? Provider)
{
    /// <summary>The starter model with whatever else is the default.</summary>
    public static SpeakerChoice Starter { get; } = new(null, null, ChosenModel.Starter, null);
}

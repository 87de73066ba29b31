namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>How the melody ends before a pause.</summary>
internal enum BoundaryTune
{
    None,
    Stop,
    Question,
    Exclamation,
    Comma,
}

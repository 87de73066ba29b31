namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>What the starter model says of itself, in the file.</summary>
internal static class StarterModelMetadata
{
    public const string Name = "kokoro-starter-voice";
    public const string Producer = "Kokoro.Synthesis";

    /// <summary>As SPDX names it.</summary>
    public const string Licence = "Apache-2.0";

    /// <summary>Raised whenever the sound changes.</summary>
    public const int Version = 3;

    public const string Description =
        "A robotic starter voice: formant synthesis from tables, no neural network, not Kokoro-82M. "
        + "It speaks through Kokoro-82M's own inputs and outputs; the real Kokoro-82M model can be added in its place.";

    public static IReadOnlyList<KeyValuePair<string, string>> Properties { get; } =
    [
        new("name", Name),
        new("version", Version.ToString()),
        new("description", Description),
        new("kind", "formant synthesis"),
        new("sample_rate", FrameGrid.SampleRate.ToString()),
        new("samples_per_duration", (FrameGrid.Hop * FrameGrid.FramesPerDuration).ToString()),
        new("voices", string.Join(' ', StarterVoices.All.Select(voice => voice.Id))),
        new("license", Licence),
    ];
}

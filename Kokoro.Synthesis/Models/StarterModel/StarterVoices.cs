namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The four voices of the starter model: points in its style space. Their formant scales are a compromise: women's tracts
/// are nearer 0.22, where a speech recogniser errs half as much again.
/// </summary>
internal static class StarterVoices
{
    public static IReadOnlyList<StarterVoice> All { get; } =
    [
        new("af_linden", Pitch: 0.6, Tract: 0.15, Breath: 0.4, Tilt: 0.3, Level: -0.2),
        new("af_wren", Pitch: 0.85, Range: 0.2, Tract: 0.12, Level: -0.4),
        new("am_aster"),
        new("am_basalt", Pitch: -0.35, Tract: -0.02, Tilt: 0.2, Glottis: -0.2, Level: 0.3),
    ];
}

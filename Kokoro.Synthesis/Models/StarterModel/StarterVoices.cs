namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The four voices of the starter model: points in its style space. Their formant scales are a compromise: women's tracts
/// are nearer 0.22, where a speech recogniser errs half as much again.
/// </summary>
internal static class StarterVoices
{
    public static IReadOnlyList<StarterVoice> All { get; } =
    [
        new("af_linden", Pitch: 0.43, Tract: 0.095, Breath: 0.4, Level: -0.2),
        new("af_wren", Pitch: 0.68, Range: 0.2, Tract: 0.065, Level: -0.4),
        new("am_aster"),
        new("am_basalt", Pitch: -0.35, Tract: -0.02, Glottis: -0.2, Level: 0.3),
    ];
}

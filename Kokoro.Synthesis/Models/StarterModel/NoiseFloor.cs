using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The sound of the room: far below speech, but there. Without it the gaps in stops and the pauses are digital silence, and the sound
/// seems to be switched on and off.
/// </summary>
internal static class NoiseFloor
{
    /// <summary>[1, samples]: comes and goes at the edges, where the first and the last 5 ms are exactly silent, so that joins do not click.</summary>
    /// <param name="noise">[T, 120], of unit variance.</param>
    public static Value Samples(Timing timing, Value noise)
    {
        var last = timing.FrameCount.ToFloat() - 1;
        var fromEdge = timing.FrameIndex.Min(last - timing.FrameIndex);
        var level = (fromEdge / VoiceTuning.NoiseFloorFrames).Clip(0, 1) * VoiceTuning.NoiseFloorLevel;
        return (noise * level.Unsqueeze(1)).Reshape(1, -1);
    }
}

using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// Pulses of unequal height: the small roughness of every voice. Without it a held vowel is a tone, and sounds like a machine.
/// </summary>
internal static class Shimmer
{
    /// <summary>[count]: a factor on each pulse.</summary>
    /// <param name="count">int64 [1].</param>
    public static Value Heights(Value count) =>
        1 + (IntegerHash.Of(count.Graph.Range(count.Squeeze(0))).ToFloat() * (2 / IntegerHash.Prime) - 1) * VoiceTuning.ShimmerDepth;
}

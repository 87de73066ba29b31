using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The end of a phrase: its last sound dies away into breath, as people's does. Without it a phrase that ends in a vowel stops at full
/// level within 15 ms and is heard as cut off.
/// </summary>
internal static class Fade
{
    /// <summary>[T]: how much of the voicing is gone, from 0 in the phrase to 1 - <see cref="VoiceTuning.FadeFloor"/> at its end.</summary>
    public static Value Depth(Phonemes phonemes, Timing timing)
    {
        var last = phonemes.Of(TokenAttribute.Sonorant) * phonemes.Pause.Next();
        var left = timing.PerFrame(timing.PhonemeEnds).ToFloat() - timing.FrameIndex;
        return timing.PerFrame(last) * (1 - (left / VoiceTuning.FadeFrames).Clip(VoiceTuning.FadeFloor, 1));
    }
}

using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>From the hops of the filter to the model's output.</summary>
internal static class Waveform
{
    /// <summary>The limiter's ceiling: full scale less room for what a resampler overshoots.</summary>
    private const double Ceiling = 0.97;

    /// <summary>[1, samples].</summary>
    /// <param name="hops">[at least T, 120].</param>
    /// <param name="floor">[1, samples]: added last, so that loudness of the voice leaves it alone.</param>
    public static Value Of(Value hops, Timing timing, Style style, Value floor)
    {
        // A frame's window is centred on its start, so the first hop is half a window from before the first frame.
        var inTime = hops.Pad(0, 0, 1, 0).Slice(0, hops.Graph.Ints(1), timing.FrameCount + 1);
        var samples = inTime.Reshape(1, -1) * VoiceTuning.Gain * style.Scale(StyleParameter.Level);

        // y / (1 + y^4)^(1/4): straight for quiet sounds, never above 1.
        var squared = samples * samples;
        return samples * Ceiling / (1 + squared * squared).Sqrt().Sqrt() + floor;
    }
}

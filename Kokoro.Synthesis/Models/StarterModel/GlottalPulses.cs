using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// A train of narrow Gaussian pulses of nearly equal height, one per period, placed to a fraction of a sample: rounding them to samples would
/// be heard as jitter.
/// </summary>
internal sealed class GlottalPulses
{
    /// <summary>
    /// Standard deviation of a pulse in samples: narrow enough to hold all frequencies, wide enough not to alias.
    /// <see cref="SourceSpectra"/> takes its spectrum out again.
    /// </summary>
    public const double Width = 0.8;

    /// <summary>Pulses that the samples of a frame may be nearest to: the phase goes from 0 to less than 1 + 2.6, at the highest pitch.</summary>
    private const int PulsesNearFrame = 5;

    /// <param name="pitch">[T]: Hz at the start of each frame; between frames it changes evenly.</param>
    public GlottalPulses(Value pitch)
    {
        const double Hop = FrameGrid.Hop;
        const double Rate = FrameGrid.SampleRate;
        var g = pitch.Graph;
        var next = g.Concat(0, pitch.Slice(0, 1), pitch.Slice(0, -1));
        var (from, change) = (pitch.Unsqueeze(1), (next - pitch).Unsqueeze(1));

        // Thousands of periods are added up, so the sum is in double; only its fraction goes on in float.
        var periods = ((pitch + next) * (0.5 * Hop / Rate)).ToDouble().SumBefore();
        var whole = periods.Floor();
        var atStart = (periods - whole).ToFloat().Unsqueeze(1);

        var sample = Enumerable.Range(0, FrameGrid.Hop).Select(n => (double)n).ToArray();
        var linear = g.Row(Array.ConvertAll(sample, n => n / Rate));
        var quadratic = g.Row(Array.ConvertAll(sample, n => n * n / (2 * Hop * Rate)));
        Phase = atStart + from * linear + change * quadratic;

        var frequency = from + change * g.Row(Array.ConvertAll(sample, n => n / Hop));
        var nearest = Phase.Round();
        var distance = (Phase - nearest) * (Rate / (Width * Math.Sqrt(2))) / frequency;
        var pulse = whole.ToInt64().Unsqueeze(1) + nearest.ToInt64();
        var heights = Shimmer.Heights(whole.Slice(0, -1).ToInt64() + PulsesNearFrame);
        Samples = (-(distance * distance)).Exp() * heights.Gather(pulse);
    }

    /// <summary>[T, 120]: periods since a pulse; the pulses are where it is whole.</summary>
    public Value Phase { get; }

    /// <summary>[T, 120].</summary>
    public Value Samples { get; }
}

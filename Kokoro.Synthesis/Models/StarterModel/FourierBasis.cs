using Kokoro.Synthesis.Models.Graphs;

namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The discrete Fourier transform of a windowed frame and its inverse, as matrices. The graph makes them from one period
/// of a cosine and a sine, and the runtime does so once when it loads the model: 960 numbers in the file instead of 1.2 million.
/// </summary>
internal sealed class FourierBasis
{
    private readonly Value _cosine;
    private readonly Value _minusSine;

    public FourierBasis(GraphBuilder g)
    {
        g.Stage("fourier");
        const double Step = 2 * Math.PI / FrameGrid.Spectrum;
        var angles = Enumerable.Range(0, FrameGrid.Spectrum).Select(n => n * Step).ToArray();
        _cosine = g.Floats(Array.ConvertAll(angles, Math.Cos));
        _minusSine = g.Floats(Array.ConvertAll(angles, angle => -Math.Sin(angle)));
        var bins = g.Range(FrameGrid.Bins);

        var window = new double[FrameGrid.Window];
        for (var n = 0; n < window.Length; n++)
            window[n] = Math.Pow(Math.Sin(Math.PI * (n + 0.5) / window.Length), 2);
        Forward = Waves(1, g.Range(FrameGrid.Window).Unsqueeze(1) * bins.Unsqueeze(0), g.Floats(window).Unsqueeze(1));

        // Bins stand for themselves and for their mirror images, but for the first and the last.
        var weights = new double[FrameGrid.Bins];
        Array.Fill(weights, 2.0 / FrameGrid.Spectrum);
        weights[0] = weights[^1] = 1.0 / FrameGrid.Spectrum;
        Inverse = Waves(0, bins.Unsqueeze(1) * g.Range(FrameGrid.Spectrum).Unsqueeze(0), g.Floats(weights).Unsqueeze(1));
    }

    /// <summary>[240, 962]: under a Hann window; real parts, then imaginary ones.</summary>
    public Value Forward { get; }

    /// <summary>[962, 960].</summary>
    public Value Inverse { get; }

    /// <summary>[T, 240]: each hop with the one before it.</summary>
    /// <param name="hops">[T, 120].</param>
    public static Value Frames(Value hops)
    {
        var g = hops.Graph;
        return g.Concat(1, g.Concat(0, g.Zeros(1, FrameGrid.Hop), hops.Slice(0, 0, -1)), hops);
    }

    private Value Waves(int axis, Value steps, Value weights)
    {
        var angle = steps % FrameGrid.Spectrum;
        return steps.Graph.Concat(axis, _cosine.Gather(angle) * weights, _minusSine.Gather(angle) * weights);
    }
}

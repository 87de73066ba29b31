namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>The grids of time and frequency on which everything is computed.</summary>
internal static class FrameGrid
{
    public const int SampleRate = 24_000;

    /// <summary>Samples from one frame to the next.</summary>
    public const int Hop = 120;

    public const double FrameMilliseconds = 5;

    /// <summary>Samples under the window of one frame: two hops, so that the windows add up to 1.</summary>
    public const int Window = 2 * Hop;

    /// <summary>Samples that a frame sounds for: 40 ms hold the ringing of the narrowest formant.</summary>
    public const int Spectrum = 960;

    /// <summary>Frequencies from 0 to half of the sample rate, 25 Hz apart.</summary>
    public const int Bins = Spectrum / 2 + 1;

    /// <summary>Frames that are filtered at a time, so that memory does not grow with the length of the speech.</summary>
    public const int Block = 50;

    /// <summary>Hops that a frame sounds for.</summary>
    public const int TailHops = Spectrum / Hop;

    /// <summary>Kokoro counts durations in 600 samples.</summary>
    public const int FramesPerDuration = 600 / Hop;

    /// <summary>The centres of the noise bands, Hz.</summary>
    public static readonly double[] NoiseBands =
    [
        250, 500, 750, 1000, 1300, 1600, 2000, 2400, 2800, 3200, 3600, 4000,
        4500, 5000, 5500, 6000, 6500, 7000, 7500, 8000, 9000, 10000, 11000, 12000,
    ];

    /// <summary>The frequencies of the bins, kHz.</summary>
    public static double[] BinKilohertz() => Curve(bin => bin * SampleRate / Spectrum / 1000.0);

    /// <summary>A function of the bin's number, at every bin.</summary>
    public static double[] Curve(Func<double, double> function)
    {
        var curve = new double[Bins];
        for (var bin = 0; bin < Bins; bin++)
            curve[bin] = function(bin);
        return curve;
    }
}

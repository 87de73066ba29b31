using Kokoro.Synthesis.EngineLink;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// What an engine's next run should take, from what its runs have taken. Each width has its own rate: a wide run takes less time than a narrow one
/// and more processor time.
/// </summary>
/// <param name="selfTestRate">Seconds of audio per second, narrow.</param>
/// <param name="threads">Of a wide run.</param>
/// <param name="opening">What the first wide run takes beyond its work.</param>
internal sealed class RunPredictor(double selfTestRate, int threads, TimeSpan opening)
{
    /// <summary>English has some 14 phonemes and marks in a second.</summary>
    private const double IdsPerSecond = 14;

    /// <summary>The pad at each end, which sounds hardly at all.</summary>
    private const int Pads = 2;

    /// <summary>Of the newest run in the rate.</summary>
    private const double NewestWeight = 0.2;

    /// <summary>A machine that makes less than a tenth of a second of speech in a second is not one to predict for.</summary>
    private const double LeastRate = 0.1;

    private double _narrow = selfTestRate;
    private double? _wide;

    public Prediction Of(SpeechRun run)
    {
        var audio = (run.Ids.Length - Pads) / IdsPerSecond / run.Speed;
        if (run.Width == RunWidth.Narrow)
            return Prediction.OneThread(Time(audio, _narrow));

        // Until one has been seen: as long as a narrow one, since a model may gain nothing.
        var wall = Time(audio, _wide ?? _narrow);
        var first = _wide is null ? opening : TimeSpan.Zero;
        return new Prediction((wall * threads) + first, wall + first);
    }

    /// <param name="rate">Seconds of audio per second that a run of this width made.</param>
    public void Learn(RunWidth width, double rate)
    {
        if (width == RunWidth.Narrow)
            _narrow = Mixed(_narrow, rate);
        else
            _wide = Mixed(_wide ?? rate, rate);
    }

    private static double Mixed(double known, double newest) => known + ((newest - known) * NewestWeight);

    private static TimeSpan Time(double audio, double rate) => TimeSpan.FromSeconds(audio / Math.Max(rate, LeastRate));
}

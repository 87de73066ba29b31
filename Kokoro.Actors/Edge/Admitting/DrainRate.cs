using Kokoro.Actors.Settings;

namespace Kokoro.Actors.Edge.Admitting;

/// <summary>How much audio the engines make, as far as is known: first by their self-test, then by the runs they finish.</summary>
/// <param name="PerEngine">Seconds of audio in a second of one engine's time.</param>
/// <param name="Parallel">Engines that can work at the same time.</param>
/// <param name="CostRatio">Seconds of audio per character of finished utterances, relative to what the settings predict.</param>
internal sealed record DrainRate(double PerEngine, int Parallel, double CostRatio)
{
    /// <summary>Ten seconds of engine time make nine tenths of a new rate, some forty runs: quick enough to follow a machine that gets other work to do.</summary>
    private const double FollowsWithinSeconds = 5;

    /// <summary>The weight of one utterance.</summary>
    private const double RatioWeight = 0.1;

    /// <summary>Texts of numbers take three times as long as their characters say; what lies beyond is no reading.</summary>
    private const double MostRatio = 3;

    /// <summary>A hundredth of real time: no rate to promise anything by, and yet the times that refusals tell stay finite.</summary>
    public const double Least = 0.01;

    public static readonly DrainRate Unknown = new(0, 0, 1);

    /// <summary>Seconds of audio per second, all engines together.</summary>
    public double Total => PerEngine * Parallel;

    public DrainRate OnSelfTest(double rate, int parallel) => this with { PerEngine = PerEngine > 0 ? PerEngine : rate, Parallel = Expected(parallel) };

    /// <param name="audioSeconds">What one engine makes in that time while the others work too.</param>
    public DrainRate OnRun(double audioSeconds, TimeSpan took, int parallel)
    {
        if (took <= TimeSpan.Zero)
            return this;
        var weight = 1 - Math.Exp(-took.TotalSeconds / FollowsWithinSeconds);
        return this with { PerEngine = PerEngine + (((audioSeconds / took.TotalSeconds) - PerEngine) * weight), Parallel = Expected(parallel) };
    }

    /// <param name="predicted">Seconds of audio that its text was taken for.</param>
    public DrainRate OnWhole(double predicted, double made)
    {
        if (predicted <= 0 || made <= 0)
            return this;
        var ratio = CostRatio * made / predicted;
        return this with { CostRatio = Math.Clamp(CostRatio + ((ratio - CostRatio) * RatioWeight), 1 / MostRatio, MostRatio) };
    }

    /// <returns>Predicted seconds of audio.</returns>
    public double Cost(int characters, float speed, AdmissionSettings settings) => characters / settings.CharactersPerSecond * CostRatio / speed;

    /// <summary>While the last engine is being replaced work waits for the next one, so one is counted on.</summary>
    private static int Expected(int parallel) => Math.Max(1, parallel);
}

namespace Kokoro.Synthesis.EngineLink;

/// <summary>The times after which a child is given up. Tests run with smaller ones.</summary>
internal sealed record EngineLimits
{
    /// <summary>
    /// Between exec and hello a child needs 0.1 s of processor time, but a cold disk may keep it waiting: by the rules below
    /// this allows 22 s of processor time and 10 s without any.
    /// </summary>
    public Prediction Start { get; init; } = Prediction.OneThread(TimeSpan.FromSeconds(5));

    /// <summary>Predictions are right within a factor of two; twice that again separates slow from endless.</summary>
    public double CpuFactor { get; init; } = 4;

    /// <summary>Covers what the first request costs beyond its work: compiling code, touching pages.</summary>
    public TimeSpan CpuGrace { get; init; } = TimeSpan.FromSeconds(2);

    public double StallFactor { get; init; } = 2;

    /// <summary>A thread that could run gets some processor time within 2 s even at a load of a hundred.</summary>
    public TimeSpan LeastStall { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The kernel counts processor time in steps of 10 ms; reading it costs 50 µs.</summary>
    public TimeSpan SampleEvery { get; init; } = TimeSpan.FromMilliseconds(100);

    public TimeSpan CancelGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From closing the socket to the end of the process, which needs milliseconds.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// For work that is done elsewhere than on the processor, where its time says nothing: <see cref="CpuFactor"/> x the predicted wall time and
    /// <see cref="WallGrace"/> are allowed, whatever is used.
    /// </summary>
    public bool IsWallTimeOnly { get; init; }

    /// <summary>The first run on another device compiles the graph for it, which takes seconds.</summary>
    public TimeSpan WallGrace { get; init; } = TimeSpan.FromSeconds(10);

    public CpuBudget BudgetFor(Prediction prediction) => IsWallTimeOnly ? WallBudget((prediction.Wall * CpuFactor) + WallGrace) : new(
        (prediction.Cpu * CpuFactor) + CpuGrace,
        Max(LeastStall, prediction.Wall * StallFactor),
        SampleEvery * 2);

    private CpuBudget WallBudget(TimeSpan most) => new(MostCpu: most, MostStall: most, SampleEvery * 2) { CountsAllTime = true };

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

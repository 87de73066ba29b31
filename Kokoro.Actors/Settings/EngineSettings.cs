namespace Kokoro.Actors.Settings;

/// <summary>What engine processes run and when they are given up.</summary>
public sealed record EngineSettings
{
    /// <summary>A model of the store by its name, or a model file; empty: the store's default, else the starter voice.</summary>
    public string Model { get; init; } = "";

    /// <summary>"cpu" or "coreml".</summary>
    [OneOf("cpu", "coreml")]
    public string Provider { get; init; } = "cpu";

    /// <summary>Processor time of a run, as a multiple of what was predicted.</summary>
    [Limits("1", "1000")]
    public double CpuFactor { get; init; } = 4;

    /// <summary>Processor time that a run may use beyond that.</summary>
    [Limits("0 s", "10 m")]
    public TimeSpan CpuGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time without any processor time, as a multiple of the predicted duration.</summary>
    [Limits("1", "1000")]
    public double StallFactor { get; init; } = 2;

    [Limits("50 ms", "10 m")]
    public TimeSpan LeastStall { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From a cancel to its answer; then the engine is killed.</summary>
    [Limits("10 ms", "1 m")]
    public TimeSpan CancelWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From the end of its socket to the end of the process.</summary>
    [Limits("10 ms", "1 m")]
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Processor time that a start is predicted to need.</summary>
    [Limits("50 ms", "10 m")]
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(5);
}

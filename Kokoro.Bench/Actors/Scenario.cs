namespace Kokoro.Bench.Actors;

/// <summary>
/// One row: what is measured, and what the real Akka.NET 1.5.30 does (median of five passes of five runs, two cores, loggers off).
/// </summary>
internal sealed record Scenario(string Name, string Unit, double Real, Func<Task<double>> Measure, bool LessIsBetter = false);

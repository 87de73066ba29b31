using Spectre.Console;

namespace Kokoro.Bench.Actors;

/// <summary>
/// What the actor core costs: messages, Asks, creations, memory and restarts, each as the median of some runs after one to warm up, beside
/// the figures of the real Akka.NET 1.5.30. The machine is noisy, so the ratios are a hint and not a verdict.
/// </summary>
public static class ActorBench
{
    /// <summary>Enough for a median, few enough for a coffee.</summary>
    private const int Runs = 5;

    /// <param name="console">Where the tables go.</param>
    /// <param name="longStress">Also run the long stress test: some minutes.</param>
    /// <returns>Whether the stress test, if run, lost nothing.</returns>
    public static async Task<bool> Run(IAnsiConsole console, bool longStress)
    {
        ArgumentNullException.ThrowIfNull(console);
        var table = new Table().AddColumns("scenario", "this", "real 1.5.30", "ratio", "unit");
        foreach (var scenario in Scenarios.All)
        {
            var figure = await Median(scenario);
            var ratio = scenario.LessIsBetter ? scenario.Real / figure : figure / scenario.Real;
            table.AddRow(scenario.Name, Text(figure), Text(scenario.Real), $"{ratio:0.00}", scenario.Unit);
        }

        console.Write(table);
        return !longStress || await LongStress.Run(console);
    }

    private static async Task<double> Median(Scenario scenario)
    {
        await scenario.Measure();
        var figures = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            figures.Add(await scenario.Measure());
        }

        figures.Sort();
        return figures[Runs / 2];
    }

    private static string Text(double figure) => figure switch
    {
        >= 1e6 => $"{figure / 1e6:0.00} M",
        >= 1e4 => $"{figure / 1e3:0} k",
        >= 100 => $"{figure:0}",
        _ => $"{figure:0.0}",
    };
}

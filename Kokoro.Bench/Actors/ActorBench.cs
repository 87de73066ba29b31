using System.CommandLine;

namespace Kokoro.Bench.Actors;

/// <summary>
/// What the actor core costs: messages, Asks, creations, memory and restarts, each as the median of some runs after one to warm up, beside
/// the figures of the real Akka.NET 1.5.30. The machine is noisy, so the ratios are a hint and not a verdict.
/// </summary>
internal static class ActorBench
{
    /// <summary>Enough for a median, few enough for a coffee.</summary>
    private const int Runs = 5;

    public static Command CreateCommand()
    {
        var stress = new Option<bool>("--stress") { Description = "Also run the long stress test, which takes some minutes." };
        var command = new Command("actors", "What the actor core costs, beside the real Akka.NET's figures.") { stress };
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(stress)));
        return command;
    }

    /// <returns>The exit code: 1 when the stress test lost something.</returns>
    private static async Task<int> RunAsync(bool stress)
    {
        var table = new MarkdownTable("scenario", "this", "real 1.5.30", "ratio", "unit");
        foreach (var scenario in Scenarios.All)
        {
            var figure = await MedianAsync(scenario);
            var ratio = scenario.LessIsBetter ? scenario.Real / figure : figure / scenario.Real;
            table.Add(scenario.Name, Text(figure), Text(scenario.Real), $"{ratio:0.00}", scenario.Unit);
        }

        table.Write(Console.Out);
        return !stress || await LongStress.RunAsync() ? 0 : 1;
    }

    private static async Task<double> MedianAsync(Scenario scenario)
    {
        await scenario.Measure();
        var figures = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            figures.Add(await scenario.Measure());
        }

        return Median.Of(figures);
    }

    private static string Text(double figure) => figure switch
    {
        >= 1e6 => $"{figure / 1e6:0.00} M",
        >= 1e4 => $"{figure / 1e3:0} k",
        >= 100 => $"{figure:0}",
        _ => $"{figure:0.0}",
    };
}

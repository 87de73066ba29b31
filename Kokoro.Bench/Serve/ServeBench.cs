using System.CommandLine;

namespace Kokoro.Bench.Serve;

/// <summary>What the server costs and holds, over HTTP.</summary>
internal static class ServeBench
{
    private static readonly (string Name, Func<BenchReport, Task> Measure)[] Sections =
    [
        ("requests", RequestTable.MeasureAsync),
        ("overhead", Overhead.MeasureAsync),
        ("first-audio", FirstAudio.MeasureAsync),
        ("throughput", Throughput.MeasureAsync),
        ("memory", StreamMemory.MeasureAsync),
        ("refusals", Refusals.MeasureAsync),
    ];

    public static Command CreateCommand()
    {
        var only = new Option<string[]>("--only") { Description = $"Only these tables: {string.Join(", ", Sections.Select(section => section.Name))}.", HelpName = "table", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Sections.Select(section => section.Name)]);
        var output = new Option<string>("--output") { Description = "The folder for serve.md and its charts.", HelpName = "folder", DefaultValueFactory = static _ => Path.Combine("artifacts", "bench") };
        var command = new Command("serve", "The server over HTTP: overhead, first audio, throughput, memory, refusals. Six minutes.") { only, output };
        command.SetAction(async (parsed, _) =>
        {
            var wanted = parsed.GetValue(only) is { Length: > 0 } names ? names : [.. Sections.Select(section => section.Name)];
            var report = new BenchReport(parsed.GetValue(output)!, "serve");
            foreach (var (name, measure) in Sections.Where(section => wanted.Contains(section.Name)))
            {
                Progress.Say(name);
                await measure(report).ConfigureAwait(false);
            }

            report.Write();
            return 0;
        });
        return command;
    }
}

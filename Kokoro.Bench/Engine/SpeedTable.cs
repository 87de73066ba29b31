using Kokoro.Bench.Charts;

namespace Kokoro.Bench.Engine;

/// <summary>Milliseconds of a run by its length. All programs are warm and take turns, so that a ratio is of runs beside each other.</summary>
internal static class SpeedTable
{
    /// <summary>Longer runs are their own average.</summary>
    private const int Long = 100;

    public static async Task MeasureAsync(BenchReport report, string model, string voice, KokoroJs? peer, int threads, int[] tokens, int rounds)
    {
        var programs = new List<(string Name, EngineProgram Program)>
        {
            ("as published", await EngineProgram.StartAsync("plain", model, threads, voice).ConfigureAwait(false)),
            ("prepared", await EngineProgram.StartAsync("prepared", model, threads, voice).ConfigureAwait(false)),
        };
        if (peer is not null)
        {
            programs.Add(("kokoro-js, spinning off", await peer.StartAsync(threads).ConfigureAwait(false)));
            programs.Add(("kokoro-js as shipped", await peer.StartAsync(threads: 0).ConfigureAwait(false)));
        }

        var speeds = programs.ConvertAll(_ => new List<double>());
        var table = new MarkdownTable(["tokens (audio)", .. programs.SelectMany(each => new[] { $"{each.Name}, ms", "x real time", "resident, MB" }), .. programs.Where(each => each.Name != "prepared").Select(each => $"prepared over {each.Name}")]);
        foreach (var count in tokens)
        {
            Progress.Say($"{threads} threads, {count} tokens");
            var (audio, times) = await AlternateAsync(programs.ConvertAll(each => each.Program), count, count <= Long ? rounds : (rounds + 1) / 2).ConfigureAwait(false);
            var middles = times.ConvertAll(each => Median.Of(each));
            for (var i = 0; i < programs.Count; i++)
                speeds[i].Add(audio * 1000 / middles[i]);
            table.Add(
            [
                $"{count} ({audio:0.00} s)",
                .. programs.SelectMany((each, i) => new[] { $"{middles[i]:0}", $"{speeds[i][^1]:0.00}", $"{each.Program.Memory.Resident:0}" }),
                .. Enumerable.Range(0, programs.Count).Where(i => i != 1).Select(i => $"{Median.Of(times[i].Zip(times[1], (other, ours) => other / ours)):0.00}"),
            ]);
        }

        foreach (var (_, program) in programs)
            program.Dispose();
        var name = threads == 1 ? "one thread" : $"{threads} threads";
        report.Add($"Speed with {name}", $"Medians of alternating runs of the same ids; ratios are medians of the rounds' ratios. Spinning is off but where it says \"as shipped\", which also takes as many threads as it likes.", table);
        var chart = new LineChart($"Times real time, {name}", "x", [.. tokens.Select(each => $"{each}")]);
        for (var i = 0; i < programs.Count; i++)
            chart.Add(programs[i].Name, speeds[i]);
        report.Add($"engine-{threads}", chart);
    }

    private static async Task<(double Audio, List<List<double>> Times)> AlternateAsync(List<EngineProgram> programs, int tokens, int rounds)
    {
        var times = programs.ConvertAll(_ => new List<double>());
        var audio = 0.0;
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < programs.Count; i++)
            {
                var run = await programs[i].RunAsync(Ids.Of(tokens)).ConfigureAwait(false);
                audio = run.Audio;
                if (round > 0)
                    times[i].Add(run.Ms);
            }
        }

        return (audio, times);
    }
}

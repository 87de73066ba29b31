using Kokoro.Bench.Charts;

namespace Kokoro.Bench.Serve;

/// <summary>How much of what the bare engines make is made when requests come over HTTP.</summary>
internal static class Throughput
{
    private const double StubSpeed = 50;
    private const int Engines = 2;
    private static readonly int[] Clients = [1, 2, 4, 8, 16, 32];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    /// <summary>Some 14 s of speech in four runs.</summary>
    private static readonly string Text = BenchTexts.Long[..BenchTexts.Long.IndexOf("first a grey line", StringComparison.Ordinal)];

    public static async Task MeasureAsync(BenchReport report)
    {
        var table = new MarkdownTable("clients", "stub audio s/s", "share of bare", "starter voice audio s/s", "share of bare");
        var stub = await SharesAsync("stub", StubSpeed, () => BenchServer.StartStubAsync(StubSpeed, Engines)).ConfigureAwait(false);
        var real = await SharesAsync("starter voice", null, BenchServer.StartRealAsync).ConfigureAwait(false);
        table.Add("bare engines", $"{stub.Bare:0.0}", "", $"{real.Bare:0.0}", "");
        for (var i = 0; i < Clients.Length; i++)
            table.Add($"{Clients[i]}", $"{stub.Served[i]:0.0}", $"{stub.Served[i] / stub.Bare:0.0%}", $"{real.Served[i]:0.0}", $"{real.Served[i] / real.Bare:0.0%}");
        report.Add("Throughput", $"{Engines} engines; whole replies of {Text.Length} characters, each client with one open at any time.", table);

        var chart = new LineChart("Throughput, share of the bare engines", "%", [.. Clients.Select(clients => $"{clients}")]);
        chart.Add("stub engine", [.. stub.Served.Select(served => 100 * served / stub.Bare)]);
        chart.Add("starter voice", [.. real.Served.Select(served => 100 * served / real.Bare)]);
        report.Add("throughput", chart);
    }

    private static async Task<(double Bare, double[] Served)> SharesAsync(string name, double? stubSpeed, Func<Task<BenchServer>> start)
    {
        Progress.Say($"{name}: bare engines");
        double bare;
        var runs = await BareEngines.RunsAsync(Text).ConfigureAwait(false);
        await using (var engines = await BareEngines.StartAsync(stubSpeed, Engines).ConfigureAwait(false))
        {
            await engines.ThroughputAsync(runs, Warm).ConfigureAwait(false);
            bare = await engines.ThroughputAsync(runs, Time).ConfigureAwait(false);
        }

        await using var server = await start().ConfigureAwait(false);
        var served = new List<double>();
        foreach (var clients in Clients)
        {
            Progress.Say($"{name}: {clients} clients");
            served.Add(await ServedAsync(server, clients).ConfigureAwait(false));
        }

        return (bare, [.. served]);
    }

    /// <returns>Seconds of audio that engines made in a second, while every client was busy.</returns>
    private static async Task<double> ServedAsync(BenchServer server, int clients)
    {
        using var stop = new CancellationTokenSource();
        var loops = Enumerable.Range(0, clients).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
                await SpeakClient.SpeakAsync(server.Client, Text, isStream: false).ConfigureAwait(false);
        }).ToArray();

        await Task.Delay(Warm, TimeProvider.System).ConfigureAwait(false);
        var began = TimeProvider.System.GetTimestamp();
        var before = await server.MetricsAsync().ConfigureAwait(false);
        await Task.Delay(Time, TimeProvider.System).ConfigureAwait(false);
        var after = await server.MetricsAsync().ConfigureAwait(false);
        var took = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
        return (after["kokoro_run_audio_seconds_total"] - before["kokoro_run_audio_seconds_total"]) / took;
    }
}

using System.Collections.Immutable;
using Kokoro.Bench.Charts;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.Serve;

/// <summary>How much of what the bare engines make is made when requests come over HTTP.</summary>
internal static class Throughput
{
    private const double StubSpeed = 50;
    private const int Engines = 2;
    private static readonly int[] Clients = [1, 2, 4, 8, 16, 32];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    /// <summary>Some 14 s of speech in four runs.</summary>
    private static readonly string Text = BenchTexts.Long[..BenchTexts.Long.IndexOf("first a grey line", StringComparison.Ordinal)];

    public static async Task MeasureAsync(BenchReport report)
    {
        var table = new MarkdownTable("clients", "bare stub audio s/s", "server", "share", "bare starter voice audio s/s", "server", "share");
        var stub = await SharesAsync("stub", StubSpeed, () => BenchServer.StartStubAsync(StubSpeed, Engines)).ConfigureAwait(false);
        var real = await SharesAsync("starter voice", null, BenchServer.StartRealAsync).ConfigureAwait(false);
        for (var i = 0; i < Clients.Length; i++)
            table.Add([$"{Clients[i]}", .. Cells(stub[i]), .. Cells(real[i])]);
        report.Add(
            "Throughput",
            $"{Engines} engines; texts of {Text.Length} characters, each client with one open at any time. Bare: the same clients before the same engines without a server, each measured right before.",
            table);

        var chart = new LineChart("Throughput, share of the bare engines", "%", [.. Clients.Select(clients => $"{clients}")]);
        chart.Add("stub engine", [.. stub.Select(row => 100 * row.Served / row.Bare)]);
        chart.Add("starter voice", [.. real.Select(row => 100 * row.Served / row.Bare)]);
        report.Add("throughput", chart);
    }

    private static string[] Cells((double Bare, double Served) row) => [$"{row.Bare:0.0}", $"{row.Served:0.0}", $"{row.Served / row.Bare:0.0%}"];

    private static async Task<List<(double Bare, double Served)>> SharesAsync(string name, double? stubSpeed, Func<Task<BenchServer>> start)
    {
        var runs = await BareEngines.RunsAsync(Text).ConfigureAwait(false);
        await using var engines = await BareEngines.StartAsync(stubSpeed, Engines).ConfigureAwait(false);
        await using var server = await start().ConfigureAwait(false);
        var rows = new List<(double Bare, double Served)>();
        foreach (var clients in Clients)
        {
            Progress.Say($"{name}: {clients} clients");
            rows.Add((await BareAsync(engines, runs, clients).ConfigureAwait(false), await ServedAsync(server, clients).ConfigureAwait(false)));
        }

        return rows;
    }

    private static async Task<double> BareAsync(BareEngines engines, ImmutableArray<SpeechRun> runs, int clients)
    {
        long samples = 0;
        using var stop = new CancellationTokenSource();
        var speaking = engines.SpeakAsync(runs, clients, made => Interlocked.Add(ref samples, made), stop.Token);
        var rate = await RateAsync(() => Task.FromResult(Interlocked.Read(ref samples) / (double)PcmRun.SampleRate)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await speaking.ConfigureAwait(false);
        return rate;
    }

    private static async Task<double> ServedAsync(BenchServer server, int clients)
    {
        using var stop = new CancellationTokenSource();
        var loops = Enumerable.Range(0, clients).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
                await SpeakClient.SpeakAsync(server.Client, Text, isStream: false).ConfigureAwait(false);
        }).ToArray();

        var rate = await RateAsync(async () => (await server.MetricsAsync().ConfigureAwait(false))["kokoro_run_audio_seconds_total"]).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(loops).ConfigureAwait(false);
        return rate;
    }

    /// <returns>Seconds of audio that engines made in a second, while every client was busy.</returns>
    private static async Task<double> RateAsync(Func<Task<double>> secondsMade)
    {
        await Task.Delay(Warm, TimeProvider.System).ConfigureAwait(false);
        var began = TimeProvider.System.GetTimestamp();
        var before = await secondsMade().ConfigureAwait(false);
        await Task.Delay(Time, TimeProvider.System).ConfigureAwait(false);
        var after = await secondsMade().ConfigureAwait(false);
        return (after - before) / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }
}

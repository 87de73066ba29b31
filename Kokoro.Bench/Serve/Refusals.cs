using System.Diagnostics;

namespace Kokoro.Bench.Serve;

/// <summary>How many a server that is full can tell so.</summary>
internal static class Refusals
{
    private const int Clients = 16;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    public static async Task MeasureAsync(BenchReport report)
    {
        // So slow that one long reply is all that it can promise for a while.
        await using var server = await BenchServer.StartStubAsync(speed: 4, engines: 1, wholeWait: TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        using var stop = new CancellationTokenSource();
        var holding = SpeakClient.SpeakAsync(server.Client, BenchTexts.Long, isStream: false, cancellationToken: stop.Token);
        while ((await server.MetricsAsync().ConfigureAwait(false))["kokoro_utterances_open{delivery=\"whole\"}"] == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System).ConfigureAwait(false);

        await RefuseAsync(server, Warm).ConfigureAwait(false);
        var times = await RefuseAsync(server, Time).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await holding.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);

        var table = new MarkdownTable("refusals a second", "p50 ms", "p99 ms");
        table.Add($"{times.Count / Time.TotalSeconds:0}", $"{Percentile.Of(times, 0.5):0.00}", $"{Percentile.Of(times, 0.99):0.00}");
        report.Add("Refusals", $"A full server, {Clients} connections that ask again as soon as they are refused, all on this machine.", table);
    }

    /// <returns>Milliseconds of each refusal.</returns>
    private static async Task<List<double>> RefuseAsync(BenchServer server, TimeSpan time)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            using var client = new RefusedClient(server.Address, "The kettle is on.");
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(began) < time)
            {
                var asked = Stopwatch.GetTimestamp();
                if (!await client.AskAsync().ConfigureAwait(false))
                    throw new InvalidDataException("a refusal without a time to come back");
                own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return own;
        }))).ConfigureAwait(false);
        return [.. times.SelectMany(each => each)];
    }
}

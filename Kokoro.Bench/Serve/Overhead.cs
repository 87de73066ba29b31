using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Bench.Serve;

/// <summary>
/// What a request of one run takes beyond its run: text, phonemes, actors, audio, HTTP. Each request has a turn of the bare engine before it, so that both see the
/// same machine.
/// </summary>
internal static class Overhead
{
    private const double StubSpeed = 200;
    private const int Warm = 600;
    private const int Requests = 1000;
    private const string Text = "The kettle is on.";

    public static async Task MeasureAsync(BenchReport report)
    {
        var table = new MarkdownTable("engine, reply", "engine p50 ms", "overhead p50 ms", "p90", "p99");
        await using (var server = await BenchServer.StartStubAsync(StubSpeed, engines: 1).ConfigureAwait(false))
        await using (var bare = await BareEngines.StartAsync(StubSpeed, 1).ConfigureAwait(false))
            await RowsAsync(table, $"stub {StubSpeed}x", server, bare, RunWidth.Narrow).ConfigureAwait(false);
        await using (var server = await BenchServer.StartRealAsync().ConfigureAwait(false))
        await using (var bare = await BareEngines.StartAsync(null, 1).ConfigureAwait(false))
            await RowsAsync(table, "starter voice", server, bare, RunWidth.Wide).ConfigureAwait(false);
        report.Add("Overhead", $"{Requests} requests of {Text.Length} characters, one after the other: the time of the request less that of its run in the bare engine.", table);
    }

    /// <param name="width">As the server has a lone listener's run spoken.</param>
    private static async Task RowsAsync(MarkdownTable table, string engine, BenchServer server, BareEngines bare, RunWidth width)
    {
        var run = (await BareEngines.RunsAsync(Text).ConfigureAwait(false)).Single() with { Width = width };
        for (var i = 0; i < Warm; i++)
            await SpeakClient.SpeakAsync(server.Client, Text, isStream: i % 2 == 0).ConfigureAwait(false);
        foreach (var isStream in new[] { false, true })
        {
            var (engines, overheads) = (new List<double>(), new List<double>());
            for (var i = 0; i < Requests; i++)
            {
                var engineSeconds = await bare.SecondsAsync(run).ConfigureAwait(false);
                var reply = await SpeakClient.SpeakAsync(server.Client, Text, isStream).ConfigureAwait(false);
                engines.Add(engineSeconds * 1000);
                overheads.Add((reply.Total - engineSeconds) * 1000);
            }

            table.Add(
                $"{engine}, {(isStream ? "streamed" : "whole")}", $"{Percentile.Of(engines, 0.5):0.0}",
                $"{Percentile.Of(overheads, 0.5):0.0}", $"{Percentile.Of(overheads, 0.9):0.0}", $"{Percentile.Of(overheads, 0.99):0.0}");
        }
    }
}

namespace Kokoro.Bench.Serve;

/// <summary>What streams cost the server that are open for as long as their listeners play them.</summary>
internal static class StreamMemory
{
    private const double StubSpeed = 50;
    private const int Engines = 2;
    private const int Streams = 64;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(15);

    public static async Task MeasureAsync(BenchReport report)
    {
        await using var server = await BenchServer.StartStubAsync(StubSpeed, Engines).ConfigureAwait(false);
        await LearnSpeedAsync(server).ConfigureAwait(false);
        var idle = server.ResidentMegabytes();
        var before = await server.MetricsAsync().ConfigureAwait(false);

        using var stop = new CancellationTokenSource();
        var streams = Enumerable.Range(0, Streams).Select(_ => PlayAsync(server, stop.Token)).ToArray();
        var most = 0.0;
        using (var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200)))
        {
            var began = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(began) < Time && await tick.WaitForNextTickAsync().ConfigureAwait(false))
                most = Math.Max(most, server.ResidentMegabytes());
        }

        var after = await server.MetricsAsync().ConfigureAwait(false);
        var open = after["kokoro_utterances_open{delivery=\"stream\"}"];
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(streams).ConfigureAwait(false);

        var table = new MarkdownTable("", "value");
        table.Add("streams open", $"{open:0}");
        table.Add("resident, idle", $"{idle:0} MB");
        table.Add($"resident, most in {Time.TotalSeconds:0} s", $"{most:0} MB");
        table.Add("for each stream", $"{(most - idle) / Streams * 1000:0} KB");
        table.Add("underruns", $"{after["kokoro_stream_underruns_total"] - before["kokoro_stream_underruns_total"]:0}");
        report.Add("Memory", $"{Streams} streams of {BenchTexts.Long.Length} characters at the pace of speech; the server's own process, without its engines.", table);
    }

    /// <summary>Until so many streams are promised by what was measured, not by the self-test of a machine that was busy starting.</summary>
    private static async Task LearnSpeedAsync(BenchServer server)
    {
        const double Enough = 1.3;
        do
        {
            await Task.WhenAll(Enumerable.Range(0, Engines).Select(_ => SpeakClient.SpeakAsync(server.Client, BenchTexts.Long, isStream: false))).ConfigureAwait(false);
        }
        while ((await server.MetricsAsync().ConfigureAwait(false))["kokoro_drain_rate_ratio"] < Streams * Enough);
    }

    private static async Task PlayAsync(BenchServer server, CancellationToken cancellationToken)
    {
        try
        {
            await SpeakClient.SpeakAsync(server.Client, BenchTexts.Long, isStream: true, isPlayed: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Long enough.
        }
    }
}

using Kokoro.Bench.Charts;

namespace Kokoro.Bench.Serve;

/// <summary>Listeners that play one text after the other at the pace of speech, each at its own time.</summary>
internal static class FirstAudio
{
    /// <summary>More requests each where there are fewer listeners, so that all have some percentiles.</summary>
    private static readonly (int Listeners, int Requests)[] Rounds = [(1, 16), (4, 8), (16, 5)];

    public static async Task MeasureAsync(BenchReport report)
    {
        var table = new MarkdownTable("listeners", "first audio p50 ms", "p95 ms", "underruns", "silence s");
        var (p50, p95) = (new List<double>(), new List<double>());
        await using var server = await BenchServer.StartRealAsync().ConfigureAwait(false);
        await SpeakClient.SpeakAsync(server.Client, BenchTexts.Short, isStream: true).ConfigureAwait(false);
        foreach (var (listeners, requests) in Rounds)
        {
            Progress.Say($"{listeners} listeners");
            var before = await server.MetricsAsync().ConfigureAwait(false);
            var firsts = (await Task.WhenAll(Enumerable.Range(0, listeners).Select(listener => ListenAsync(server, listener, listeners, requests))).ConfigureAwait(false))
                .SelectMany(each => each).Select(reply => reply.FirstAudio * 1000).ToArray();
            var after = await server.MetricsAsync().ConfigureAwait(false);
            p50.Add(Percentile.Of(firsts, 0.5));
            p95.Add(Percentile.Of(firsts, 0.95));
            table.Add(
                $"{listeners}", $"{p50[^1]:0}", $"{p95[^1]:0}",
                $"{after["kokoro_stream_underruns_total"] - before["kokoro_stream_underruns_total"]:0}",
                $"{after["kokoro_stream_silence_seconds_total"] - before["kokoro_stream_silence_seconds_total"]:0.00}");
        }

        report.Add("First audio", $"The starter voice; each listener plays {BenchTexts.Short.Length} characters again and again.", table);
        var chart = new LineChart("First audio", "ms", [.. Rounds.Select(round => $"{round.Listeners} listeners")]);
        chart.Add("p50", p50);
        chart.Add("p95", p95);
        report.Add("first-audio", chart);
    }

    private static async Task<List<Reply>> ListenAsync(BenchServer server, int listener, int listeners, int requests)
    {
        var replies = new List<Reply>();
        await Task.Delay(TimeSpan.FromSeconds(4.0 * listener / listeners), TimeProvider.System).ConfigureAwait(false);
        for (var i = 0; i < requests; i++)
            replies.Add(await SpeakClient.SpeakAsync(server.Client, BenchTexts.Short, isStream: true, isPlayed: true).ConfigureAwait(false));
        return replies;
    }
}

namespace Kokoro.Bench.Serve;

/// <summary>The table of the first prototypes, over HTTP: ten short requests and ten long ones, one after the other, the first of each on a new server.</summary>
internal static class RequestTable
{
    private const int Requests = 10;

    public static async Task MeasureAsync(BenchReport report)
    {
        var table = new MarkdownTable("request", "first audio s", "seconds", "audio s", "x real time");
        foreach (var (name, text) in new[] { ("short", BenchTexts.Short), ("long", BenchTexts.Long) })
        {
            await using var server = await BenchServer.StartRealAsync().ConfigureAwait(false);
            var warm = new List<Reply>();
            for (var i = 0; i < Requests; i++)
            {
                var reply = await SpeakClient.SpeakAsync(server.Client, text, isStream: true).ConfigureAwait(false);
                if (i == 0)
                    Row(table, $"{name}, the first", reply);
                else
                    warm.Add(reply);
            }

            Row(table, $"{name}, median of {warm.Count}", new(Median.Of(warm.Select(each => each.FirstAudio)), Median.Of(warm.Select(each => each.Total)), Median.Of(warm.Select(each => each.AudioSeconds))));
        }

        report.Add("Requests", $"The starter voice, streamed; {BenchTexts.Short.Length} and {BenchTexts.Long.Length} characters.", table);
    }

    private static void Row(MarkdownTable table, string name, Reply reply) =>
        table.Add(name, $"{reply.FirstAudio:0.000}", $"{reply.Total:0.000}", $"{reply.AudioSeconds:0.00}", $"{reply.AudioSeconds / reply.Total:0}");
}

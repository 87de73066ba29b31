using System.Text.RegularExpressions;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>Whatever mix of sizes and cancels comes, nothing of it is left afterwards.</summary>
public sealed partial class MixTests
{
    private const int Mixes = 1000;
    private const int Servers = 2;
    private const int MostRequests = 3;

    [Fact]
    public async Task After_each_of_1000_mixes_of_sizes_and_cancels_cost_and_permits_are_zero()
    {
        var outcomes = new int[3];
        await Task.WhenAll(Enumerable.Range(0, Servers).Select(server => MixAsync(Enumerable.Range(server * (Mixes / Servers), Mixes / Servers), outcomes)));

        Assert.All(outcomes, count => Assert.InRange(count, Mixes / 20, int.MaxValue));
    }

    private static async Task MixAsync(IEnumerable<int> mixes, int[] outcomes)
    {
        // So little room that some are refused.
        await using var server = await StubServer.StartAsync(
            speed: 5000, engines: 3, new ServerSettings { Admission = new() { WholeWait = TimeSpan.FromMilliseconds(2), StreamShare = 0.0002 } });
        using var client = new LoadClient(server, 2);
        foreach (var mix in mixes)
        {
            var random = new Random(mix);
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, MostRequests + 1)).Select(_ => random.Next()).ToArray()
                .Select(async seed => Interlocked.Increment(ref outcomes[(int)await RequestAsync(client, new Random(seed))])));

            await UntilNothingIsLeftAsync(server, mix);
        }
    }

    /// <summary>A request that its client has cancelled may still be on its way to the server, so once is not enough.</summary>
    private static async Task UntilNothingIsLeftAsync(TestServer server, int mix)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        MatchCollection left;
        do
        {
            await server.UntilIdleAsync();
            left = NotZero().Matches(await server.Client.GetStringAsync("/metrics"));
        }
        while (left.Count > 0 && !limit.IsCancellationRequested);
        Assert.True(left.Count == 0, $"after mix {mix}: {string.Join(", ", left.Select(each => each.Value))}");
    }

    private static async Task<Outcome> RequestAsync(LoadClient client, Random random)
    {
        using var cancel = new CancellationTokenSource();
        var text = LoadTexts.Of(random.Next(100), random.Next(5, 30));
        var (isStream, isCancelled, readFirst) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(0, 60_000));
        try
        {
            // Some are cancelled before their headers, which takes longer than this does; the others after some of their audio.
            var asked = client.AskAsync(new { text, format = "pcm", stream = isStream, priority = random.Next(2) == 0 ? "batch" : "interactive" }, cancel.Token);
            if (isCancelled && readFirst < 15_000)
                await cancel.CancelAsync();
            using var response = await asked;
            if (!response.IsSuccessStatusCode)
                return Outcome.Refused;
            await using var audio = await response.Content.ReadAsStreamAsync(cancel.Token);
            if (!isCancelled)
                await audio.CopyToAsync(Stream.Null, cancel.Token);
            else
                await audio.ReadAtLeastAsync(new byte[readFirst], readFirst, throwOnEndOfStream: false, cancel.Token);
            return isCancelled ? Outcome.Cancelled : Outcome.Whole;
        }
        catch (OperationCanceledException)
        {
            return Outcome.Cancelled;
        }
    }

    private enum Outcome
    {
        Whole,
        Cancelled,
        Refused,
    }

    [GeneratedRegex(@"^kokoro_(queue_runs|queue_audio_seconds|permits_in_use|utterances_open\{.*\}|admission_audio_seconds\{.*\}) (?!0$).*$", RegexOptions.Multiline)]
    private static partial Regex NotZero();
}

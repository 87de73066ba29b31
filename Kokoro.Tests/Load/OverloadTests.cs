using System.Diagnostics;
using System.Net;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>More is asked for than can be made. Requests arrive when they arrive, whether others have been answered or not.</summary>
[Collection(LoadCollection.Name)]
public sealed class OverloadTests
{
    private const int Engines = 2;
    private const double Speed = 100;
    private const int BytesPerSecond = 48_000;
    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(2.5);

    [Fact]
    public async Task At_ten_times_what_can_be_made_as_much_is_made_and_everybody_else_is_told_when_to_come_back()
    {
        await using var server = await StubServer.StartAsync(Speed, Engines, new ServerSettings { Admission = new() { WholeWait = TimeSpan.FromSeconds(1) } });
        var clients = Enumerable.Range(2, 16).Select(number => new LoadClient(server, number)).ToArray();
        var text = LoadTexts.Of(0, 20);
        var seconds = (double)(await clients[0].PcmAsync(text, isStream: false)).Length / BytesPerSecond;
        var capacity = Speed * Engines / seconds;

        var served = new List<double>();
        foreach (var load in new[] { 1, 3, 10 })
        {
            served.Add(await PhaseAsync(clients, text, capacity * load));
            await server.UntilIdleAsync();
        }

        Assert.True(served[2] >= 0.95 * served.Max(), $"at 1x, 3x and 10x {string.Join(", ", served)} seconds of audio a second");
        foreach (var client in clients)
            client.Dispose();
    }

    /// <returns>Seconds of audio served in a second, from when the queue may be full to the end of the phase.</returns>
    private static async Task<double> PhaseAsync(LoadClient[] clients, string text, double requestsPerSecond)
    {
        var began = Stopwatch.GetTimestamp();
        var requests = new List<Task<(TimeSpan At, int Bytes)>>();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Stopwatch.GetElapsedTime(began) < Phase && await tick.WaitForNextTickAsync())
        {
            var due = Stopwatch.GetElapsedTime(began).TotalSeconds * requestsPerSecond;
            while (requests.Count < due)
                requests.Add(RequestAsync(clients[requests.Count % clients.Length], text, began));
        }

        var (from, to) = (TimeSpan.FromSeconds(1), Phase);
        var replies = await Task.WhenAll(requests);
        return replies.Where(reply => reply.At >= from && reply.At < to).Sum(reply => (double)reply.Bytes / BytesPerSecond) / (to - from).TotalSeconds;
    }

    private static async Task<(TimeSpan At, int Bytes)> RequestAsync(LoadClient client, string text, long began)
    {
        using var response = await client.AskAsync(new { text, format = "pcm", stream = false });
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable });
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.IsSuccessStatusCode)
            return (Stopwatch.GetElapsedTime(began), body.Length);
        Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        return (Stopwatch.GetElapsedTime(began), 0);
    }
}

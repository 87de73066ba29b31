using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Kokoro.Actors.Settings;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>More is asked for than can be made. Requests arrive when they arrive, whether others have been answered or not.</summary>
[Collection(LoadCollection.Name)]
public sealed partial class OverloadTests
{
    private const int Engines = 2;
    private const double Speed = 40;
    private const double BytesPerSecond = 48_000;
    private static readonly TimeSpan Phase = TimeSpan.FromSeconds(2.2);

    /// <summary>A machine that stands still for half a second spoils one try. A server that breaks down under load spoils them all.</summary>
    private const int MostTries = 3;

    /// <summary>By then the queue is as full as it will be.</summary>
    private static readonly TimeSpan Filled = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task At_ten_times_what_can_be_made_as_much_is_made_and_everybody_else_is_told_when_to_come_back()
    {
        await using var server = await StubServer.StartAsync(Speed, Engines, new ServerSettings { Admission = new() { WholeWait = TimeSpan.FromSeconds(1) } });
        var clients = Enumerable.Range(2, 16).Select(number => new LoadClient(server, number)).ToArray();
        var text = LoadTexts.Of(0, 20);
        var expected = await clients[0].PcmAsync(text, isStream: false);
        var capacity = Speed * Engines * BytesPerSecond / expected.Length;

        var tries = new List<string>();
        for (var isHeld = false; !isHeld;)
        {
            var served = new List<double>();
            foreach (var load in new[] { 1, 3, 10 })
            {
                served.Add(await PhaseAsync(server, clients, text, capacity * load, expected));
                await server.UntilIdleAsync();
            }

            isHeld = served[2] >= 0.95 * served.Max();
            tries.Add(string.Join(", ", served));
            Assert.True(isHeld || tries.Count < MostTries, $"seconds of audio a second at 1x, 3x and 10x: {string.Join("; ", tries)}");
        }

        foreach (var client in clients)
            client.Dispose();
    }

    /// <returns>Seconds of audio made in a second while the queue was full; all of it is served before this returns.</returns>
    private static async Task<double> PhaseAsync(TestServer server, LoadClient[] clients, string text, double requestsPerSecond, byte[] expected)
    {
        var began = Stopwatch.GetTimestamp();
        var requests = new List<Task>();
        (double Made, double At)? filled = null;
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (Stopwatch.GetElapsedTime(began) < Phase && await tick.WaitForNextTickAsync())
        {
            var due = Stopwatch.GetElapsedTime(began).TotalSeconds * requestsPerSecond;
            while (requests.Count < due)
                requests.Add(RequestAsync(clients[requests.Count % clients.Length], text, expected));
            if (filled is null && Stopwatch.GetElapsedTime(began) >= Filled)
                filled = (await MadeAsync(server), Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        var (made, at) = (await MadeAsync(server), Stopwatch.GetElapsedTime(began).TotalSeconds);
        await Task.WhenAll(requests);
        return (made - filled!.Value.Made) / (at - filled.Value.At);
    }

    private static async Task RequestAsync(LoadClient client, string text, byte[] expected)
    {
        using var response = await client.AskAsync(new { text, format = "pcm", stream = false });
        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable });
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.IsSuccessStatusCode)
            Assert.Equal(expected, body);
        else
            Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    /// <returns>Seconds of audio that the engines have made so far.</returns>
    private static async Task<double> MadeAsync(TestServer server) =>
        double.Parse(Made().Match(await server.Client.GetStringAsync("/metrics")).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^kokoro_run_audio_seconds_total (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Made();
}

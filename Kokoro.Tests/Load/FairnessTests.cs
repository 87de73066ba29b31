using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Load;

/// <summary>One client that asks for as much as it can, among others that ask for little.</summary>
[Collection(LoadCollection.Name)]
public sealed class FairnessTests
{
    private const int Engines = 4;
    private const int Greedy = 200;
    private const int Polite = 10;

    [Fact]
    public async Task Beside_200_streams_of_one_client_ten_others_hear_every_byte_and_wait_for_nobody_twice()
    {
        await using var speech = new StubSpeech();
        RunStarts? starts = null;
        await using var server = await StubServer.StartAsync(speed: 80, Engines, watch: starter => starts = new RunStarts(starter));
        using var greedy = new LoadClient(server, 2);
        await LearnSpeedAsync(server, greedy);
        using var stop = new CancellationTokenSource();
        var streams = Task.WhenAll(Enumerable.Range(0, Greedy).Select(number => HearAsync(greedy, LoadTexts.WithoutAPause(number), stop.Token)));
        await server.UntilAsync(report => report.Utterances == Greedy);

        await Task.WhenAll(Enumerable.Range(0, Polite).Select(async number =>
        {
            var text = "Please, " + LoadTexts.Of(number, 60);
            var (first, expected) = await speech.RunsAsync(text);
            using var client = new LoadClient(server, 3 + number);

            var before = starts!.Count;
            Assert.Equal(expected, await client.PcmAsync(text, isStream: true));

            Assert.InRange(starts.IndexOf(first) - before, 0, Polite + 1 + Engines);
        }));

        await stop.CancelAsync();
        await streams;
        await server.UntilIdleAsync();
    }

    /// <summary>What the self-test said of the engines' speed, while all of them started, is too little for so many streams.</summary>
    private static async Task LearnSpeedAsync(TestServer server, LoadClient client)
    {
        const double StreamsPerRate = 0.8;
        while ((await server.HealthAsync()).DrainRate * StreamsPerRate < Greedy + Polite)
            await Task.WhenAll(Enumerable.Range(0, Engines).Select(number => client.PcmAsync(LoadTexts.Of(number, 1000), isStream: false)));
    }

    private static async Task HearAsync(LoadClient client, string text, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = await client.AskAsync(new { text, format = "pcm" }, cancellationToken);
            await stream.Content.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // All has been seen that there was to see.
        }
    }

    [Fact]
    public async Task A_newer_play_of_a_session_ends_the_older_one_and_is_heard_whole()
    {
        await using var speech = new StubSpeech();
        await using var server = await StubServer.StartAsync(speed: 20, engines: 2);
        using var client = new LoadClient(server, 2);
        using var older = await client.AskAsync(new { text = LoadTexts.Of(0, 4000), format = "frames", session = "page" });
        using var newer = await client.AskAsync(new { text = LoadTexts.Of(1, 60), format = "pcm", session = "page" });

        Assert.Equal(await speech.PcmAsync(LoadTexts.Of(1, 60)), await newer.Content.ReadAsByteArrayAsync());
        Assert.Contains("\"kind\":\"replaced\"", await older.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await server.UntilIdleAsync();
    }

    [Fact]
    public async Task A_newer_play_that_cannot_be_spoken_leaves_the_older_one_whole()
    {
        await using var speech = new StubSpeech();
        await using var server = await StubServer.StartAsync(speed: 200, engines: 2);
        using var client = new LoadClient(server, 2);
        using var older = await client.AskAsync(new { text = LoadTexts.Of(0, 1000), format = "pcm", session = "page" });

        using var newer = await client.AskAsync(new { text = LoadTexts.Of(1, 60), format = "pcm", session = "page", voice = "nobody" });

        Assert.False(newer.IsSuccessStatusCode);
        Assert.Equal(await speech.PcmAsync(LoadTexts.Of(0, 1000)), await older.Content.ReadAsByteArrayAsync());
    }
}

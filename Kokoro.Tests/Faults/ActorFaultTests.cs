using Akka.Actor;
using Akka.Event;
using Kokoro.Actors.Phonemizers;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>A fault of our own in the actors that everything passes: they restart, and what is under way comes to its end.</summary>
public sealed class ActorFaultTests
{
    private const string Text = "One sentence. Then another, which is longer. And a third one! Is there a fourth? There is, and it ends here.";

    [Theory]
    [InlineData("/user/edge")]
    [InlineData("/user/synthesis/router")]
    [InlineData("/user/phonemizers/router")]
    public async Task An_exception_under_load_loses_no_request(string path)
    {
        await using var server = await TestServer.StartAsync(new ServerSettings { Synthesis = new() { Size = 2 } }, speech: engines => engines.Stub(speed: 100));
        var expected = await server.WavAsync(Text);

        for (var round = 0; round < 5; round++)
        {
            var replies = Enumerable.Range(0, 6).Select(_ => server.WavAsync(Text)).ToArray();
            await server.UntilAsync(report => report.Utterances > 0);
            server.System.ActorSelection(path).Tell(Poison(path));
            foreach (var reply in replies)
                Assert.Equal(expected, await reply);
        }

        await server.UntilIdleAsync();
        server.System.Log.Info("after all rounds");
        await server.Log.UntilAsync("after all rounds");
        Assert.Equal(5, server.Log.Lines.Count(line => line.Contains("ERROR", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_request_that_the_edge_fails_at_is_answered_with_the_failure()
    {
        await using var server = await TestServer.StartAsync();

        var answer = await server.Edge.Ask(Poison("/user/edge"), TimeSpan.FromSeconds(10));

        Assert.IsType<Status.Failure>(answer);
        await server.WavAsync(Text);
    }

    /// <summary>A message that its actor's decider cannot take.</summary>
    private static object Poison(string path) => path switch
    {
        "/user/edge" => new SpeakProtocol.Speak(null!, AudioChannel.Create(TimeSpan.FromSeconds(1)).Writer, CancellationToken.None),
        "/user/synthesis/router" => new EngineProtocol.EngineReady(99, Engine: null!, new SpeechEngineInfo("", "", "", [], 1, null, 1, null), null, Epoch: -1),
        _ => new ReaderProtocol.ReaderReady(99, Worker: null!, null, null, Epoch: -1),
    };
}

using System.Net;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.EngineLink;
using Kokoro.Tests.EngineLink.Faults;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>Engines that are killed, stopped, or never start. The server goes on, and no request is lost or wrong.</summary>
public sealed class EngineFaultTests
{
    internal static readonly string[] Texts =
        ["Hello.", "The quick brown fox jumps over the lazy dog.", "One two three. Four five six! Seven, eight, nine?", "A short one; and another: then the end."];

    /// <summary>Waits are a tenth, but for an engine that is silent: on a busy machine a healthy one is silent for a fraction of a second.</summary>
    private static readonly ServerSettings Hurried = Tenth.Of(new ServerSettings()) with { Engine = new() };

    private static readonly ServerSettings TwoThatSpeak = new() { Phonemizers = new() { Size = 1 }, Synthesis = new() { Size = 2 } };

    [Fact]
    public async Task A_stopped_engine_is_replaced_and_its_run_spoken_by_another()
    {
        await using var server = await TestServer.StartAsync(Hurried);
        var expected = await server.WavAsync(Texts[1]);
        foreach (var engine in await SpeechEnginesAsync(server))
            ProcessTree.Signal(engine, "STOP");

        Assert.Equal(expected, await server.WavAsync(Texts[1]));
    }

    [Fact]
    public async Task Engines_that_die_at_every_start_make_the_server_degraded_and_everything_else_goes_on()
    {
        await using var server = await TestServer.StartAsync(Hurried, speech: engines => engines.Faulty(Fault.DiesAtStart), isReady: false);

        var report = await server.UntilAsync(each => each.State == HealthProtocol.ServerState.Degraded);
        Assert.Contains("exit code 7", report.Synthesis.Problem, StringComparison.Ordinal);
        using var refused = await server.SpeakAsync(new { text = "Hello" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var voices = await server.Client.GetAsync("/voices");
        Assert.Equal(HttpStatusCode.OK, voices.StatusCode);
        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Without_an_engine_that_reads_the_server_is_not_ready_and_says_why()
    {
        await using var server = await TestServer.StartAsync(Hurried, phonemes: engines => engines.Faulty(Fault.DiesAtStart), isReady: false);
        await server.UntilAsync(each => each.Synthesis.Ready > 0);

        using var early = await server.SpeakAsync(new { text = "Hello" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        await server.UntilAsync(each => each.State == HealthProtocol.ServerState.Degraded);
        using var refused = await server.SpeakAsync(new { text = "Hello" });
        using var ready = await server.Client.GetAsync("/health/ready");

        Assert.All([refused, ready], response => Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode));
        Assert.Contains("exit code 7", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("exit code 7", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_engine_that_never_answers_is_killed_and_another_speaks()
    {
        await using var server = await TestServer.StartAsync(Hurried, speech: engines => engines.Faulty(Fault.SleepsInNativeCode, first: 1));

        await server.WavAsync(Texts[1]);
    }

    [Fact]
    public async Task A_run_that_ends_every_engine_is_quarantined_and_the_next_text_is_fine()
    {
        // The first three: two that the text ends, and the one beside them.
        await using var server = await TestServer.StartAsync(TwoThatSpeak, speech: engines => engines.Faulty(Fault.Aborts, first: 3));

        using var poisonous = await server.SpeakAsync(new { text = Texts[1] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, poisonous.StatusCode);
        Assert.Contains("\"kind\":\"quarantined\"", await poisonous.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = await server.SpeakAsync(new { text = Texts[1] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        await server.WavAsync(Texts[2]);
    }

    [Fact]
    public async Task An_innocent_text_whose_engines_are_killed_from_outside_is_never_quarantined()
    {
        await using var server = await TestServer.StartAsync(TwoThatSpeak);
        var expected = await server.WavAsync(Texts[1]);
        for (var round = 0; round < 3; round++)
        {
            // Stopped, so that the run is surely with an engine when that is killed.
            foreach (var engine in await SpeechEnginesAsync(server))
                ProcessTree.Signal(engine, "STOP");
            var reply = server.WavAsync(Texts[1]);
            await server.UntilAsync(report => report.PermitsInUse > 0);
            foreach (var engine in await SpeechEnginesAsync(server))
                ProcessTree.Signal(engine, "KILL");
            Assert.Equal(expected, await reply);
        }
    }

    [Fact]
    public async Task A_model_file_that_is_spoilt_harms_no_running_engine_and_no_server()
    {
        using var folder = new TemporaryFolder();
        var model = Path.Combine(folder.Path, "model.onnx");
        var bytes = Kokoro.Synthesis.Models.StarterModel.StarterModelFile.Build();
        await File.WriteAllBytesAsync(model, bytes);
        await using var server = await TestServer.StartAsync(
            Hurried with { Synthesis = Hurried.Synthesis with { Size = 1 } }, setup: new SpeechEngineSetup(model, null, EngineProvider.Cpu, 2));
        var expected = await server.WavAsync(Texts[1]);

        await File.WriteAllBytesAsync(model, bytes[..1000]);
        Assert.Equal(expected, await server.WavAsync(Texts[1]));
        ProcessTree.Signal((await SpeechEnginesAsync(server)).Single(), "KILL");
        var broken = await server.UntilAsync(report => report.Synthesis.Problem is not null);
        Assert.Contains("model.onnx", broken.Synthesis.Problem, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(model, bytes);
        await server.UntilAsync(report => report.Synthesis.Ready == 1);
        Assert.Equal(expected, await server.WavAsync(Texts[1]));
    }

    private static async Task<IReadOnlyList<int>> SpeechEnginesAsync(TestServer server) =>
        [.. (await server.HealthAsync()).Engines.Where(engine => engine.Name.StartsWith("synthesis", StringComparison.Ordinal)).Select(engine => engine.ProcessId!.Value)];
}

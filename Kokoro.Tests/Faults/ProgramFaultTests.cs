using System.Net;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.Serving;

namespace Kokoro.Tests.Faults;

/// <summary>What this program does wrong itself can be found in the log, and no text with it.</summary>
public sealed class ProgramFaultTests
{
    [Fact]
    public async Task A_fault_at_a_run_is_an_answer_for_the_client_and_a_line_in_the_log_that_says_where()
    {
        await using var server = await TestServer.StartAsync(watch: starter => new Faulty(starter));

        using var reply = await server.SpeakAsync(new { text = "Hello." });

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        var line = await server.Log.UntilAsync(nameof(InvalidDataException));
        Assert.Contains("ERROR", line, StringComparison.Ordinal);
        Assert.Contains("run u1/0 failed", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Engine.ReadWronglyAsync), line, StringComparison.Ordinal);
        Assert.DoesNotContain("xylographer", server.Log.ToString(), StringComparison.Ordinal);
    }

    private sealed class Faulty(ISpeechEngineStarter starter) : ISpeechEngineStarter
    {
        public async Task<ISpeechEngine> StartAsync(CancellationToken cancellationToken) => new Engine(await starter.StartAsync(cancellationToken));
    }

    private sealed class Engine(ISpeechEngine engine) : ISpeechEngine
    {
        public SpeechEngineInfo Info => engine.Info;

        public Task<EngineEnd> Ended => engine.Ended;

        public static async Task<ModelOutput> ReadWronglyAsync()
        {
            await Task.Yield();
            throw new InvalidDataException("the xylographer spoke");
        }

        public Task<ModelOutput> RunAsync(SpeechRun run, CancellationToken cancellationToken) => ReadWronglyAsync();

        public Task<double> MeasureGainAsync(CancellationToken cancellationToken) => engine.MeasureGainAsync(cancellationToken);

        public ValueTask DisposeAsync() => engine.DisposeAsync();
    }
}

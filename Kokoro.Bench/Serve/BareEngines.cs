using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.Channels;
using Kokoro.Bench.StubEngine;
using Kokoro.Host.Cli;
using Kokoro.Host.Serving;
using Kokoro.Actors.Settings;
using Kokoro.Synthesis;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Bench.Serve;

/// <summary>Engines without a server: what no server can be quicker than. Runs are prepared beforehand, so that engine time is all that is measured.</summary>
internal sealed class BareEngines : IAsyncDisposable
{
    private readonly SocketFolder _sockets;
    private readonly ISpeechEngine[] _engines;

    private BareEngines(SocketFolder sockets, ISpeechEngine[] engines)
    {
        _sockets = sockets;
        _engines = engines;
    }

    public static async Task<BareEngines> StartAsync(double? stubSpeed, int count)
    {
        var sockets = SocketFolder.Create();
        var parts = ServerParts.Create(new ServerSettings(), ChosenModel.Of(null), EngineCommand.ForThisProgram(), sockets, Progress.Trace);
        var starter = stubSpeed is { } speed ? StubEngines.Starter(speed, sockets, parts.Voices, Progress.Trace) : parts.Engines;
        return new(sockets, await Task.WhenAll(Enumerable.Range(0, count).Select(_ => starter.StartAsync(CancellationToken.None))).ConfigureAwait(false));
    }

    /// <returns>The runs that a text becomes.</returns>
    public static async Task<ImmutableArray<SpeechRun>> RunsAsync(string text)
    {
        await using var speaker = Speaker.Start(SpeakerChoice.Starter);
        var parts = await speaker.PartsAsync(CancellationToken.None).ConfigureAwait(false);
        var packer = new RunPacker(speaker.Language);
        var runs = new List<TokenRun>();
        foreach (var clause in TextCutter.Cut(text, speaker.Language).Clauses)
            runs.AddRange(packer.Add(await parts.Phonemizer.PhonemizeAsync(clause, speaker.Language, CancellationToken.None).ConfigureAwait(false)));
        runs.AddRange(packer.Complete());
        return [.. runs.Select(run => new SpeechRun(run.Ids, parts.Voice.StyleRow(run.Ids.Length - 2), SpeakingSpeed.Normal, RunWidth.Narrow))];
    }

    /// <returns>Seconds that one engine takes.</returns>
    public async Task<double> SecondsAsync(SpeechRun run)
    {
        var began = Stopwatch.GetTimestamp();
        await _engines[0].RunAsync(run, CancellationToken.None).ConfigureAwait(false);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>
    /// Clients that each want the runs of one text, all of them at once, and then again: an engine that is free takes the run that waits
    /// longest. What one client leaves idle, since a text's last run may be alone, no server can use either.
    /// </summary>
    /// <param name="stop">Ends when the last texts are made.</param>
    /// <param name="made">Is told of the samples of each run.</param>
    public async Task SpeakAsync(ImmutableArray<SpeechRun> runs, int clients, Action<int> made, CancellationToken stop)
    {
        var free = Channel.CreateUnbounded<ISpeechEngine>();
        foreach (var engine in _engines)
            free.Writer.TryWrite(engine);

        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
                await Task.WhenAll(runs.Select(MakeAsync)).ConfigureAwait(false);
        })).ConfigureAwait(false);

        async Task MakeAsync(SpeechRun run)
        {
            var engine = await free.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            made((await engine.RunAsync(run, CancellationToken.None).ConfigureAwait(false)).Samples.Length);
            free.Writer.TryWrite(engine);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
            await engine.DisposeAsync().ConfigureAwait(false);
        _sockets.Dispose();
    }
}

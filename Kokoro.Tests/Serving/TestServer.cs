using System.Text;
using System.Text.Json;
using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Hosting;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Logging;
using Kokoro.Host.Serving;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.EngineLink;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;
using Kokoro.Tests.EngineLink;
using Microsoft.Extensions.DependencyInjection;

namespace Kokoro.Tests.Serving;

/// <summary>The server in this process, with real sockets and real engine processes; which engines, a test may choose.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>Questions without a pause between them: most of what is waited for is there after one or two.</summary>
    private const int AtOnce = 10;

    private readonly SocketFolder _sockets;
    private readonly TemporaryFolder _folder;
    private readonly ServerLogs _logs;
    private readonly Server _server;

    private TestServer(SocketFolder sockets, TemporaryFolder folder, ServerLogs logs, Server server, CountingStarter phonemes, RecordedLog log)
    {
        _sockets = sockets;
        _folder = folder;
        _logs = logs;
        _server = server;
        PhonemeEngines = phonemes;
        Log = log;

        // A client that stops reading closes its connection at once, instead of reading on in the hope of using it again.
        Client = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    /// <summary>How many were started.</summary>
    public CountingStarter PhonemeEngines { get; }

    /// <summary>All that was logged.</summary>
    public RecordedLog Log { get; }

    public ActorSystem System => _server.Services.GetRequiredService<ActorSystem>();

    public IActorRef Edge => _server.Services.GetRequiredService<IRequiredActor<EdgeActor>>().ActorRef;

    public int Port => _server.Port;

    /// <summary>The user's, in which pairings are.</summary>
    public string Folder => _folder.Path;

    /// <param name="settings">Null: the defaults, with one engine that reads and one that speaks.</param>
    /// <param name="phonemes">How the engines that read are started; null: as they are.</param>
    /// <param name="speech">How the engines that speak are started; null: as they are.</param>
    /// <param name="watch">Put around whatever starts those.</param>
    public static async Task<TestServer> StartAsync(
        ServerSettings? settings = null, Func<Engines, EngineLinkOptions>? phonemes = null, Func<Engines, EngineLinkOptions>? speech = null,
        SpeechEngineSetup? setup = null, bool isReady = true, Func<ISpeechEngineStarter, ISpeechEngineStarter>? watch = null)
    {
        settings ??= new ServerSettings { Phonemizers = new() { Size = 1 }, Synthesis = new() { Size = 1 } };
        var log = new RecordedLog();
        var logs = ServerLogs.Create(settings.Log, log);
        var listening = Listening.Open("127.0.0.1", 0);
        var engines = new Engines();
        var sockets = SocketFolder.Create();
        var limits = ServerParts.EngineLimitsOf(settings.Engine);
        var voices = new VoiceCatalogue(null);
        var voice = voices.Find(VoiceCatalogue.DefaultStarter);
        var reading = phonemes?.Invoke(engines) ?? new EngineLinkOptions(EngineCommand.ForThisProgram(), sockets, limits, TimeProvider.System, logs.Engines);
        var speaking = speech?.Invoke(engines) ?? reading with { Command = EngineCommand.ForThisProgram() };
        var counting = new CountingStarter(new ChildPhonemeEngineStarter(reading with { Limits = limits }));
        var quarantined = new QuarantinedWords(TimeProvider.System);
        var starter = new ChildSpeechEngineStarter(
            speaking with { Limits = limits },
            setup ?? new SpeechEngineSetup(null, Path.Combine(Path.GetTempPath(), "kokoro-tests"), EngineProvider.Cpu, Environment.ProcessorCount),
            voice.Load().StyleRow(14));
        var parts = new SpeechParts(
            voices,
            voice,
            new PhonemizerStarter(counting, quarantined),
            watch is null ? starter : watch(starter),
            quarantined);
        var folder = new TemporaryFolder();
        var server = Server.Create(settings, listening, folder.Path, logs.AddTo, (akka, metrics) => logs.AddTo(akka).WithKokoroActors(settings, parts, metrics));
        await server.StartAsync(CancellationToken.None);
        if (isReady)
            await server.ReadyAsync(CancellationToken.None);
        return new TestServer(sockets, folder, logs, server, counting, log);
    }

    public Task<HttpResponseMessage> SpeakAsync(object body, CancellationToken cancellationToken = default) => SpeakAsync(JsonSerializer.Serialize(body), cancellationToken);

    public async Task<HttpResponseMessage> SpeakAsync(string json, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/speak") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <returns>The WAV file of this text; anything but 200 fails the test.</returns>
    public async Task<byte[]> WavAsync(string text)
    {
        using var response = await SpeakAsync(new { text });
        var body = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {Encoding.UTF8.GetString(body[..Math.Min(300, body.Length)])}");
        return body;
    }

    public async Task<HealthProtocol.HealthReport> HealthAsync() =>
        await Edge.Ask<HealthProtocol.HealthReport>(HealthProtocol.GetHealth.Instance, TimeSpan.FromSeconds(10));

    /// <summary>Asks until it is so; a minute without it is a failure.</summary>
    public async Task<HealthProtocol.HealthReport> UntilAsync(Func<HealthProtocol.HealthReport, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var asked = 1; ; asked++)
        {
            var report = await HealthAsync();
            if (condition(report))
                return report;
            if (asked > AtOnce)
                Assert.True(await poll.WaitForNextTickAsync(limit.Token));
        }
    }

    /// <summary>Nothing open, nothing queued, every permit back.</summary>
    public Task<HealthProtocol.HealthReport> UntilIdleAsync() => UntilAsync(report => report is { Utterances: 0, QueuedRuns: 0, PermitsInUse: 0 });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        _sockets.Dispose();
        _logs.Dispose();
        _folder.Dispose();
    }

    public sealed class CountingStarter(IPhonemeEngineStarter starter) : IPhonemeEngineStarter
    {
        private int _started;

        public int Started => Volatile.Read(ref _started);

        public Task<IPhonemeEngine> StartAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _started);
            return starter.StartAsync(cancellationToken);
        }
    }
}

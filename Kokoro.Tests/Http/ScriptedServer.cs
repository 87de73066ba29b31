using System.Text;
using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.Logging;
using Kokoro.Host.Serving;

namespace Kokoro.Tests.Http;

/// <summary>Real HTTP in front of an edge that does what a test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly ServerLogs _logs;
    private readonly Server _server;
    private readonly TemporaryFolder _folder;

    private ScriptedServer(ServerLogs logs, Server server, TemporaryFolder folder)
    {
        _folder = folder;
        _logs = logs;
        _server = server;
        Client = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0 }) { BaseAddress = new Uri(server.Address) };
    }

    public HttpClient Client { get; }

    public int Port => _server.Port;

    /// <summary>The user's, in which pairings are.</summary>
    public string Folder => _folder.Path;

    /// <param name="speak">Given what is asked and the asker; it answers, or not.</param>
    /// <param name="other">The same for whatever else the edge is asked; null: no answer.</param>
    /// <param name="time">Null: the system's.</param>
    public static async Task<ScriptedServer> StartAsync(
        Action<SpeakProtocol.Speak, IActorRef> speak, ServerSettings? settings = null, Action<object, IActorRef>? other = null, TimeProvider? time = null)
    {
        settings ??= new ServerSettings();
        var logs = ServerLogs.Create(settings.Log, TextWriter.Null);
        var folder = new TemporaryFolder();
        var server = Server.Create(settings, Listening.Open("127.0.0.1", 0), folder.Path, logs.AddTo, (akka, _) => logs.AddTo(akka).WithActors((system, registry) =>
            registry.Register<EdgeActor>(system.ActorOf(Props.Create(() => new ScriptedEdge(speak, other)), "edge"))), time);
        await server.StartAsync(CancellationToken.None);
        return new ScriptedServer(logs, server, folder);
    }

    /// <summary>Accepts, and writes these pieces.</summary>
    public static Action<SpeakProtocol.Speak, IActorRef> Speaking(params AudioPiece[] pieces) => (speak, asker) =>
    {
        asker.Tell(Accepted);
        foreach (var piece in pieces)
            Assert.True(speak.Audio.TryWrite(piece));
        speak.Audio.Complete();
    };

    public static SpeakProtocol.Accepted Accepted => new(new UtteranceId(7), "am_aster", "starter voice (abc)", "en-us");

    public static AudioPiece Piece(int samples, byte value = 1, params WordTiming[] words) =>
        new(Enumerable.Repeat(value, samples * 2).ToArray(), [.. words], new FirstAudioTiming(TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(1)));

    public async Task<HttpResponseMessage> PostAsync(string json, Action<HttpRequestMessage>? change = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/speak") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        change?.Invoke(request);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    /// <returns>How many requests had to be cut short.</returns>
    public Task<int> StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.DisposeAsync();
        _logs.Dispose();
        _folder.Dispose();
    }

    private sealed class ScriptedEdge : ReceiveActor
    {
        public ScriptedEdge(Action<SpeakProtocol.Speak, IActorRef> speak, Action<object, IActorRef>? other)
        {
            Receive<SpeakProtocol.Speak>(message => speak(message, Sender));
            Receive<DrainProtocol.Drain>(_ => Sender.Tell(new DrainProtocol.Drained(0, 0)));
            ReceiveAny(message => other?.Invoke(message, Sender));
        }
    }
}

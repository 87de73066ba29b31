using Akka.Actor;
using Akka.Hosting;
using Kokoro.Actors.Edge;
using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.AudioToHttp;
using Kokoro.Host.Metrics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Kokoro.Host.Serving;

/// <summary>The process as a server: HTTP in front of an actor system. Its configuration is kokoro.conf, so nothing else is read.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string SystemName = "kokoro";

    /// <summary>After everything is drained, connections that are still written to get this long.</summary>
    private static readonly TimeSpan ShutdownWithin = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly ServerSettings _settings;

    private Server(WebApplication app, ServerSettings settings, string address, int port)
    {
        _app = app;
        _settings = settings;
        Address = address;
        Port = port;
    }

    /// <summary>As a client should ask for it.</summary>
    public string Address { get; }

    public int Port { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="listening">Becomes the server's own.</param>
    /// <param name="folder">The user's, where it is kept which extensions are paired.</param>
    /// <param name="actors">Adds the actors; one of them is registered as <see cref="EdgeActor"/>.</param>
    /// <param name="time">Of the HTTP edge; null: the system's.</param>
    public static Server Create(
        ServerSettings settings, Listening listening, string folder, Action<ILoggingBuilder> logging, Action<AkkaConfigurationBuilder, SpeechMetrics> actors, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Kokoro.Host", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        logging(builder.Logging);

        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownWithin);
        var metrics = new SpeechMetrics();
        builder.Services.AddKokoroHttp(settings, metrics, folder, time ?? TimeProvider.System);
        builder.Services.AddAkka(SystemName, akka => actors(akka, metrics));

        builder.WebHost.UseSockets(sockets =>
        {
            sockets.CreateBoundListenSocket = listening.Take;
            sockets.MaxWriteBufferSize = SendBuffers.WriteBytes;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Limit(kestrel, settings.Http);
            foreach (var endPoint in listening.EndPoints)
                kestrel.Listen((System.Net.IPEndPoint)endPoint);
        });
        var app = builder.Build().MapKokoro();
        app.Services.GetRequiredService<TelemetryExport>(); // now, so that nothing is measured before somebody counts
        return new Server(app, settings, $"http://{listening.Name}:{listening.Port}", listening.Port);
    }

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <summary>Waits until the first engine of each pool is ready, or until it is known that engines do not start.</summary>
    public async Task<HealthProtocol.HealthReport> ReadyAsync(CancellationToken cancellationToken)
    {
        var edge = await _app.Services.GetRequiredService<IRequiredActor<EdgeActor>>().GetAsync(cancellationToken).ConfigureAwait(false);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var report = await edge.Ask<HealthProtocol.HealthReport>(HealthProtocol.GetHealth.Instance, TimeSpan.FromSeconds(10), cancellationToken).ConfigureAwait(false);
            if (report.State != HealthProtocol.ServerState.Starting)
                return report;
            await poll.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes nothing new, lets what is begun come to its end, and stops.</summary>
    public async Task<DrainProtocol.Drained> StopAsync()
    {
        var edge = _app.Services.GetRequiredService<IRequiredActor<EdgeActor>>().ActorRef;
        var within = _settings.Admission.DrainWithin;
        DrainProtocol.Drained drained;
        try
        {
            drained = await edge.Ask<DrainProtocol.Drained>(new DrainProtocol.Drain(within), within + ShutdownWithin).ConfigureAwait(false);
        }
        catch (AskTimeoutException)
        {
            drained = new(Finished: 0, CutShort: 0); // the edge does not answer any more; what is open ends with the connections
        }

        await _app.StopAsync().ConfigureAwait(false);
        return drained;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Limit(KestrelServerOptions kestrel, HttpSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = settings.MostBodyBytes;
        limits.MaxRequestHeadersTotalSize = settings.MostHeaderBytes;
        limits.MaxRequestHeaderCount = settings.MostHeaders;
        limits.MaxConcurrentConnections = settings.MostConnections;
        limits.KeepAliveTimeout = settings.KeepAlive;
        limits.RequestHeadersTimeout = settings.HeadersWithin;

        // A listener reads at the pace of speech, and one who pauses not at all; a reader that is gone is told by our own timer.
        limits.MinResponseDataRate = null;
    }

    /// <summary>Signals are for the command that runs the server.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

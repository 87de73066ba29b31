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

    /// <summary>After the time to drain is up, connections that are still written to get this long, so that the end of what was cut short comes through.</summary>
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

    /// <summary>Takes nothing new, lets what is begun be spoken and read to its end, and stops.</summary>
    /// <returns>How many requests had to be cut short.</returns>
    public async Task<int> StopAsync()
    {
        var edge = _app.Services.GetRequiredService<IRequiredActor<EdgeActor>>().ActorRef;
        var replies = _app.Services.GetRequiredService<OpenReplies>();
        var time = _app.Services.GetRequiredService<TimeProvider>();
        var (within, began) = (_settings.Admission.DrainWithin, time.GetTimestamp());
        var cutShort = 0;
        try
        {
            cutShort = (await edge.Ask<DrainProtocol.Drained>(new DrainProtocol.Drain(within), within + ShutdownWithin).ConfigureAwait(false)).CutShort;
        }
        catch (AskTimeoutException)
        {
            // The edge does not answer any more; what is open ends with the connections.
        }

        var left = within - time.GetElapsedTime(began);
        await replies.CloseAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero).ConfigureAwait(false);
        await _app.StopAsync().ConfigureAwait(false);
        return cutShort + replies.CutShort;
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

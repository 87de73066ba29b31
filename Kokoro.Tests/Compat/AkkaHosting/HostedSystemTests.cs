using System.Globalization;
using Akka;
using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Akka.TestKit.TestActors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kokoro.Tests.Compat.AkkaHosting;

[Collection("Akka")]
public sealed class HostedSystemTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Starters_run_in_their_order_and_startup_tasks_after_them()
    {
        var order = new List<string>();
        using var host = NewHost(akka => akka
            .AddStartup((_, _) => order.Add("startup"))
            .WithActors((_, _) => order.Add("first"))
            .WithActors((_, _) => order.Add("second")));
        await host.StartAsync();
        Assert.Equal(["first", "second", "startup"], order);
        await host.StopAsync();
    }

    [Fact]
    public async Task Starter_that_throws_fails_the_start_of_the_host()
    {
        using var host = NewHost(akka => akka.WithActors((_, _) => throw new InvalidOperationException("no engine")));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());
        Assert.Contains("no engine", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_of_the_host_runs_the_coordinated_shutdown()
    {
        using var host = NewHost(_ => { });
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        var ran = false;
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceRequestsDone, "drain", () =>
        {
            ran = true;
            return Task.FromResult(Done.Instance);
        });
        await host.StopAsync();
        Assert.True(ran);
        Assert.True(system.WhenTerminated.IsCompleted);
        Assert.Same(CoordinatedShutdown.ClrExitReason.Instance, CoordinatedShutdown.Get(system).ShutdownReason);
    }

    [Fact]
    public async Task Stop_of_the_host_ends_with_the_coordinated_shutdown_even_where_that_leaves_the_system_running()
    {
        using var host = NewHost(akka =>
            akka.AddHocon("akka.coordinated-shutdown { terminate-actor-system = off, run-by-actor-system-terminate = off }", HoconAddMode.Prepend));
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        await host.StopAsync().WaitAsync(Patience);
        Assert.False(system.WhenTerminated.IsCompleted);
        await system.Terminate();
    }

    [Fact]
    public async Task End_of_the_system_stops_the_host()
    {
        using var host = NewHost(_ => { });
        await host.StartAsync();
        var stopping = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        await host.Services.GetRequiredService<ActorSystem>().Terminate();
        await stopping.Task.WaitAsync(Patience);
        await host.StopAsync();
    }

    [Fact]
    public async Task System_is_there_before_the_host_has_started_and_its_starters_have_not_run()
    {
        var started = false;
        using var host = NewHost(akka => akka.WithActors((_, _) => started = true));
        Assert.Equal("hosted", host.Services.GetRequiredService<ActorSystem>().Name);
        Assert.False(started);
        await host.Services.GetRequiredService<ActorSystem>().Terminate();
    }

    [Fact]
    public async Task Prepended_hocon_beats_appended_and_the_first_appended_beats_later_ones()
    {
        using var host = NewHost(akka => akka
            .AddHocon("a = first, b = first, c = first", HoconAddMode.Append)
            .AddHocon("b = later, d = later", HoconAddMode.Append)
            .AddHocon("c = front", HoconAddMode.Prepend));
        var config = host.Services.GetRequiredService<ActorSystem>().Settings.Config;
        Assert.Equal(
            ("first", "first", "front", "later"),
            (config.GetString("a"), config.GetString("b"), config.GetString("c"), config.GetString("d")));
        await host.Services.GetRequiredService<ActorSystem>().Terminate();
    }

    [Fact]
    public async Task Hocon_can_come_from_a_file()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "kokoro.engines = 3");
        using var host = NewHost(akka => akka.AddHoconFile(file, HoconAddMode.Prepend));
        Assert.Equal(3, host.Services.GetRequiredService<ActorSystem>().Settings.Config.GetInt("kokoro.engines"));
        await host.Services.GetRequiredService<ActorSystem>().Terminate();
        File.Delete(file);
    }

    [Fact]
    public async Task Ask_timeout_is_set()
    {
        using var host = NewHost(akka => akka.WithActorAskTimeout(TimeSpan.FromMilliseconds(20)));
        var system = host.Services.GetRequiredService<ActorSystem>();
        await Assert.ThrowsAsync<AskTimeoutException>(() => system.ActorOf(BlackHoleActor.Props).Ask<int>("?"));
        await system.Terminate();
    }

    [Fact]
    public async Task Ask_timeout_is_read_as_it_was_given_where_fractions_have_a_comma()
    {
        var formerCulture = CultureInfo.CurrentCulture;
        var withComma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        withComma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = withComma;
        try
        {
            using var host = NewHost(akka => akka.WithActorAskTimeout(TimeSpan.FromMilliseconds(20.5)));
            var system = host.Services.GetRequiredService<ActorSystem>();
            Assert.Equal(TimeSpan.FromMilliseconds(20.5), system.Settings.AskTimeout);
            await system.Terminate();
        }
        finally
        {
            CultureInfo.CurrentCulture = formerCulture;
        }
    }

    [Fact]
    public async Task Required_actor_is_the_one_registered_under_its_key()
    {
        using var host = NewHost(akka => akka.WithActors((system, registry) =>
            registry.Register<Key>(system.ActorOf(BlackHoleActor.Props, "one"))));
        await host.StartAsync();
        Assert.Equal("one", host.Services.GetRequiredService<IRequiredActor<Key>>().ActorRef.Path.Name);
        await host.StopAsync();
    }

    [Fact]
    public async Task Required_actor_can_be_waited_for()
    {
        using var host = NewHost(_ => { });
        await host.StartAsync();
        var waiting = host.Services.GetRequiredService<IRequiredActor<Key>>().GetAsync();
        Assert.False(waiting.IsCompleted);
        var actor = host.Services.GetRequiredService<ActorSystem>().ActorOf(BlackHoleActor.Props);
        host.Services.GetRequiredService<ActorRegistry>().Register<Key>(actor);
        Assert.Equal(actor, await waiting.WaitAsync(Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task Resolver_gives_an_actor_its_services_and_its_arguments()
    {
        using var host = NewHost(
            akka =>
                akka.WithActors((system, registry, resolver) => registry.Register<Key>(system.ActorOf(resolver.Props<Greets>("hello")))),
            services => services.AddSingleton(new Whom("world")));
        await host.StartAsync();
        var actor = host.Services.GetRequiredService<IRequiredActor<Key>>().ActorRef;
        Assert.Equal("hello world", await actor.Ask<string>("?", Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task Actor_whose_service_cannot_be_disposed_ends_all_the_same()
    {
        using var host = NewHost(
            akka =>
                akka.WithActors((system, registry, resolver) => registry.Register<Key>(system.ActorOf(resolver.Props<ParentWithService>()))),
            services => services.AddScoped<DisposableOnlyAsync>());
        await host.StartAsync();
        var actor = host.Services.GetRequiredService<IRequiredActor<Key>>().ActorRef;
        Assert.True(await actor.GracefulStop(Patience));
        await host.StopAsync();
    }

    [Fact]
    public async Task Actor_logs_reach_the_loggers_of_the_host()
    {
        var lines = new Lines();
        using var host = NewHost(
            akka => akka.ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = Akka.Event.LogLevel.WarningLevel;
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
            }),
            services => services.AddLogging(logging => logging.AddProvider(lines)));
        await host.StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();
        var cause = new InvalidOperationException("bad");
        Akka.Event.LoggingExtensions.Error(system.Log, cause, "engine {0} died", 7);
        var (level, text, exception) = await lines.Next(line => line.Text.Contains("engine", StringComparison.Ordinal)).WaitAsync(Patience);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("engine 7 died", text, StringComparison.Ordinal);
        Assert.Same(cause, exception);
        await host.StopAsync();
    }

    private static IHost NewHost(Action<AkkaConfigurationBuilder> configure, Action<IServiceCollection>? addServices = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        addServices?.Invoke(builder.Services);
        builder.Services.AddLogging();
        builder.Services.AddAkka("hosted", (akka, _) =>
        {
            akka.AddHocon("akka.stdout-loglevel = OFF", HoconAddMode.Prepend);
            akka.ConfigureLoggers(loggers => loggers.ClearLoggers());
            configure(akka);
        });
        return builder.Build();
    }

    private sealed class Key;

    private sealed record Whom(string Name);

    private sealed class Greets(Whom whom, string greeting) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"{greeting} {whom.Name}");
    }

    private sealed class DisposableOnlyAsync : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => default;
    }

    private sealed class ParentWithService : UntypedActor
    {
        public ParentWithService(DisposableOnlyAsync service)
        {
            ArgumentNullException.ThrowIfNull(service);
            Context.ActorOf(BlackHoleActor.Props);
        }

        protected override void OnReceive(object message)
        {
        }
    }

    /// <summary>Collects what is logged to the host.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Threading.Channels.Channel<Line> _lines = System.Threading.Channels.Channel.CreateUnbounded<Line>();

        public async Task<Line> Next(Predicate<Line> fits)
        {
            while (true)
            {
                var line = await _lines.Reader.ReadAsync();
                if (fits(line))
                {
                    return line;
                }
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            _lines.Writer.TryWrite(new Line(logLevel, formatter(state, exception), exception));

        public void Dispose()
        {
        }
    }

    private sealed record Line(LogLevel Level, string Text, Exception? Exception);
}

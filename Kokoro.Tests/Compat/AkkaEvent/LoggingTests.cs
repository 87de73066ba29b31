using Akka.Actor;
using Akka.Event;
using Kokoro.Tests.Compat.AkkaActors;

namespace Kokoro.Tests.Compat.AkkaEvent;

public sealed class LoggingTests : AkkaTest
{
    public LoggingTests()
        : base($"""
            akka.loglevel = INFO
            akka.logger-formatter = "{typeof(NamedPlaceholders).AssemblyQualifiedName}"
            """)
    {
    }

    [Fact]
    public void Template_is_formatted_by_the_formatter_of_the_system()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        Sys.ActorOf(Props.Create(() => new Logs())).Tell("run-7");
        Assert.Equal("began run-7 at 3", Text(FishForMessage<Info>(IsMine)));
    }

    [Fact]
    public void Log_event_names_the_actor_and_its_type()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        var actor = Sys.ActorOf(Props.Create(() => new Logs()), "logs");
        actor.Tell("run-7");
        var logged = FishForMessage<Info>(IsMine);
        Assert.Equal((actor.Path.ToString(), typeof(Logs)), (logged.LogSource, logged.LogClass));
    }

    [Fact]
    public void Level_below_the_configured_one_is_not_enabled()
    {
        var log = Logging.GetLogger(Sys, "mine");
        Assert.False(log.IsDebugEnabled);
        Assert.True(log.IsInfoEnabled);
        Assert.True(log.IsEnabled(LogLevel.ErrorLevel));
    }

    [Fact]
    public void Event_below_the_configured_level_is_not_published()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        var log = Logging.GetLogger(Sys, "mine");
        log.Debug("unheard");
        log.Warning("heard");
        Assert.Equal("heard", Text(FishForMessage<LogEvent>(logEvent => logEvent is Warning or Debug)));
    }

    [Fact]
    public void Exception_goes_with_the_event()
    {
        var cause = new InvalidOperationException("bad");
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        Logging.GetLogger(Sys, "mine").Error(cause, "{Engine} died", "engine-1");
        var logged = ExpectMsg<Error>();
        Assert.Same(cause, logged.Cause);
        Assert.Equal("engine-1 died", Text(logged));
    }

    [Fact]
    public void First_dead_letters_are_logged()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Info));

        // Nobody tells when the listener has begun to listen.
        AwaitAssert(() =>
        {
            Sys.DeadLetters.Tell("nobody");
            FishForMessage<Info>(
                logged => Text(logged).Contains("[1] dead letters encountered", StringComparison.Ordinal),
                TimeSpan.FromMilliseconds(50));
        });
    }

    private static bool IsMine(LogEvent logEvent) => logEvent.LogClass == typeof(Logs);

    private static string Text(LogEvent logEvent) => logEvent.Message.ToString()!;

    private sealed class Logs : UntypedActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override void OnReceive(object message) => _log.Info("began {Run} at {Position}", message, 3);
    }

    /// <summary>What the program uses: placeholders by name, filled in their order.</summary>
    public sealed class NamedPlaceholders : ILogMessageFormatter
    {
        public string Format(string format, params object[] args) => Format(format, (IEnumerable<object>)args);

        public string Format(string format, IEnumerable<object> args)
        {
            var values = new Queue<object>(args);
            return System.Text.RegularExpressions.Regex.Replace(format, @"\{[^}]+\}", _ => values.Dequeue()?.ToString() ?? "null");
        }
    }
}

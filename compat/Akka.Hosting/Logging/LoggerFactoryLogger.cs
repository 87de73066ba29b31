using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using MicrosoftLogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>
/// Passes log events to Microsoft.Extensions.Logging; the category is the class that logs, the path of its actor goes with it.
/// </summary>
public class LoggerFactoryLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly Dictionary<Type, ILogger> _loggers = [];
    private readonly ILoggerFactory _loggerFactory;

    public LoggerFactoryLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        _loggerFactory = setup.HasValue
            ? setup.Value.LoggerFactory
            : throw new ConfigurationException($"{nameof(LoggerFactoryLogger)} needs a {nameof(LoggerFactorySetup)} in the system's setup");
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Log(logEvent);
                return true;
            default:
                return false;
        }
    }

    private void Log(LogEvent logEvent)
    {
        if (!_loggers.TryGetValue(logEvent.LogClass, out var logger))
        {
            logger = _loggerFactory.CreateLogger(logEvent.LogClass);
            _loggers[logEvent.LogClass] = logger;
        }

        var level = Level(logEvent);
        if (logger.IsEnabled(level))
        {
            var text = logEvent.Text();
            logger.Log(
                level,
                logEvent.Cause,
                "[{LogSource}][{Thread:0000}] {Message}",
                logEvent.LogSource,
                logEvent.Thread.ManagedThreadId,
                text);
        }
    }

    private static MicrosoftLogLevel Level(LogEvent logEvent) => logEvent.LogLevel() switch
    {
        Event.LogLevel.DebugLevel => MicrosoftLogLevel.Debug,
        Event.LogLevel.InfoLevel => MicrosoftLogLevel.Information,
        Event.LogLevel.WarningLevel => MicrosoftLogLevel.Warning,
        _ => MicrosoftLogLevel.Error,
    };
}

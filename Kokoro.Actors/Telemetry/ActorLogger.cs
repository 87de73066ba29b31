using Akka.Actor;
using Akka.DependencyInjection;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using MicrosoftLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Kokoro.Actors.Telemetry;

/// <summary>Brings the actors' log lines to the host's loggers with their placeholders, so that a log for machines has them as fields.</summary>
internal sealed class ActorLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    public ActorLogger()
    {
        var loggers = DependencyResolver.For(Context.System).Resolver.GetService<ILoggerFactory>();
        Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
        Receive<LogEvent>(log => Write(loggers.CreateLogger(log.LogClass), log));
    }

    private static void Write(ILogger logger, LogEvent log)
    {
        var level = log.LogLevel() switch
        {
            Akka.Event.LogLevel.DebugLevel => MicrosoftLevel.Debug,
            Akka.Event.LogLevel.InfoLevel => MicrosoftLevel.Information,
            Akka.Event.LogLevel.WarningLevel => MicrosoftLevel.Warning,
            _ => MicrosoftLevel.Error,
        };
        if (!logger.IsEnabled(level))
            return;
        if (log.Message is LogMessage message)
            logger.Log(level, log.Cause, message.Format, [.. message.Parameters()]);
        else
            logger.Log(level, log.Cause, "{Message}", log.Message);
    }
}

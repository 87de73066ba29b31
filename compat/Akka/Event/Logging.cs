using System;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Event;

public static class Logging
{
    internal static readonly LogLevel[] AllLogLevels = Enum.GetValues<LogLevel>();

    /// <summary>For an actor: the source is its path, the class its type.</summary>
    public static ILoggingAdapter GetLogger(this IActorContext context, ILogMessageFormatter logMessageFormatter = null) =>
        new BusLogging(
            context.System.EventStream,
            context.Self.Path.ToString(),
            context.Props.Type,
            logMessageFormatter ?? context.System.Settings.LogFormatter);

    /// <param name="system">Whose event stream.</param>
    /// <param name="logSourceObj">A name, a type or any object, which then stands for its type.</param>
    /// <param name="logMessageFormatter">Null for the system's.</param>
    public static ILoggingAdapter GetLogger(ActorSystem system, object logSourceObj, ILogMessageFormatter logMessageFormatter = null)
    {
        var type = logSourceObj as Type ?? logSourceObj.GetType();
        var name = logSourceObj switch
        {
            string text => text,
            IActorRef actor => actor.Path.ToString(),
            _ => type.Name,
        };
        var source = logSourceObj is IActorRef ? name : $"{name}({system})";
        return new BusLogging(system.EventStream, source, type, logMessageFormatter ?? system.Settings.LogFormatter);
    }

    public static ILoggingAdapter GetLogger(LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter logMessageFormatter = null)
    {
        var type = logSourceObj as Type ?? logSourceObj.GetType();
        return new BusLogging(
            loggingBus,
            logSourceObj as string ?? type.Name,
            type,
            logMessageFormatter ?? DefaultLogMessageFormatter.Instance);
    }

    /// <exception cref="ArgumentException">The text names no level.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => Off,
        _ => throw new ArgumentException($"Unknown LogLevel: {logLevel}; write DEBUG, INFO, WARNING, ERROR or OFF", nameof(logLevel)),
    };

    /// <summary>Above every level.</summary>
    internal const LogLevel Off = (LogLevel)int.MaxValue;

    internal static Type ClassFor(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ConfigurationException($"unknown log level {logLevel}"),
    };
}

using System;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>Starts the loggers that the configuration names, and stands in for them before and after.</summary>
internal sealed class LoggerStarter(ActorSystemImpl system)
{
    private readonly StandardOutLogger _standardOut = new();

    /// <exception cref="LoggerInitializationException">A logger did not answer.</exception>
    internal void Start()
    {
        var settings = system.Settings;
        var level = Logging.LogLevelFor(settings.LogLevel);
        system.EventStream.SetLogLevel(level);
        ListenOnStandardOut();
        var number = 0;
        foreach (var name in settings.Loggers)
        {
            number++;
            var type = Type.GetType(name)
                ?? throw new ConfigurationException($"akka.loggers: there is no type {name}; write \"Namespace.Type, Assembly\"");
            StartLogger(type, $"log{number}-{type.Name}", level);
        }

        system.EventStream.Forget(_standardOut);
    }

    /// <summary>For what is logged after the loggers are gone.</summary>
    internal void ListenOnStandardOut() => Listen(_standardOut, Logging.LogLevelFor(system.Settings.StdoutLogLevel));

    private void StartLogger(Type type, string name, LogLevel level)
    {
        var logger = system.SystemActorOf(Props.Create(type), name);
        var timeout = system.Settings.LoggerStartTimeout;
        try
        {
            logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), timeout).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is AskTimeoutException or ArgumentException)
        {
            throw new LoggerInitializationException(
                $"the logger {type.FullName} did not answer within {timeout} that it has started",
                failure);
        }

        Listen(logger, level);
    }

    private void Listen(IActorRef logger, LogLevel from)
    {
        foreach (var level in Logging.AllLogLevels)
        {
            if (level >= from)
            {
                system.EventStream.Subscribe(logger, Logging.ClassFor(level));
            }
        }
    }
}

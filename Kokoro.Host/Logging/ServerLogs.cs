using Akka.Configuration;
using Akka.Hosting;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;
using Kokoro.Actors.Telemetry;
using Kokoro.Synthesis;
using Serilog;
using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using ILogger = Serilog.ILogger;

namespace Kokoro.Host.Logging;

/// <summary>One log for the actors, for HTTP and for what engines print: on standard error, and in a file where one is set.</summary>
internal sealed class ServerLogs : IDisposable
{
    private const long MostFileBytes = 10 * 1024 * 1024;
    private const int MostFiles = 3;

    private const string Quiet = "akka { log-dead-letters = off, log-dead-letters-during-shutdown = off, logger-startup-timeout = 30s }";

    private readonly Logger _logger;
    private readonly LogSettings _settings;

    private ServerLogs(Logger logger, LogSettings settings)
    {
        _logger = logger;
        _settings = settings;
    }

    /// <exception cref="SettingsException">The file cannot be written.</exception>
    public static ServerLogs Create(LogSettings settings) => Create(settings, Console.Error);

    /// <param name="terminal">Instead of standard error.</param>
    public static ServerLogs Create(LogSettings settings, TextWriter terminal) => Create(settings, (to, format) => to.Sink(new WriterSink(terminal, format)));

    /// <param name="instead">A file that takes the place of standard error, with the limits of the one that can be set.</param>
    /// <exception cref="SettingsException">One of the files cannot be written.</exception>
    public static ServerLogs Create(LogSettings settings, string instead)
    {
        if (WhyNotWritable(instead) is { } why)
            throw new SettingsException([$"the log '{Printable.Line(instead)}' cannot be written ({why}); remove it, or correct its permissions"]);
        return Create(settings, (to, format) => AddFile(to, format, instead));
    }

    private static ServerLogs Create(LogSettings settings, Func<LoggerSinkConfiguration, ITextFormatter, LoggerConfiguration> addFirst)
    {
        ITextFormatter format = settings.Format == "json" ? new JsonLines() : new TextLines();
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(LevelOf(settings.Level))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning); // a line for every connection would be longer than the audio
        addFirst(configuration.WriteTo, format);
        if (settings.File.Length > 0)
        {
            if (WhyNotWritable(settings.File) is { } why)
                throw new SettingsException([$"kokoro.log.file cannot be '{Printable.Line(settings.File)}' ({why}); name a file that can be written, or leave it empty"]);
            AddFile(configuration.WriteTo, format, settings.File);
        }

        return new ServerLogs(configuration.CreateLogger(), settings);
    }

    public void AddTo(ILoggingBuilder logging) => logging.AddSerilog(_logger);

    /// <summary>Messages to actors that have just ended are the ordinary case here, not worth a line. A machine that is busy at the start is waited for.</summary>
    public AkkaConfigurationBuilder AddTo(AkkaConfigurationBuilder akka) => akka.AddHocon(ConfigurationFactory.ParseString(Quiet), HoconAddMode.Prepend).ConfigureLoggers(loggers =>
    {
        loggers.LogLevel = _settings.Level switch
        {
            "debug" => Akka.Event.LogLevel.DebugLevel,
            "warning" => Akka.Event.LogLevel.WarningLevel,
            "error" => Akka.Event.LogLevel.ErrorLevel,
            _ => Akka.Event.LogLevel.InfoLevel,
        };
        loggers.ClearLoggers().WithDefaultLogMessageFormatter<NamedPlaceholders>().AddLogger<ActorLogger>();
    });

    /// <summary>What engines print is for whoever looks for a fault.</summary>
    public void Engines(string line) => ((ILogger)_logger).ForContext<ServerLogs>().Debug("{EngineOutput}", line);

    public void Dispose() => _logger.Dispose();

    private static LoggerConfiguration AddFile(LoggerSinkConfiguration to, ITextFormatter format, string file) =>
        to.File(format, file, fileSizeLimitBytes: MostFileBytes, rollOnFileSizeLimit: true, retainedFileCountLimit: MostFiles);

    /// <summary>The sink itself would go on without a file and say nothing, and the log be missed when it is needed.</summary>
    /// <returns>Null: it can be written.</returns>
    private static string? WhyNotWritable(string file)
    {
        try
        {
            var path = Path.GetFullPath(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
            using var _ = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }

    private static LogEventLevel LevelOf(string level) => level switch
    {
        "debug" => LogEventLevel.Debug,
        "warning" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}

using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace Kokoro.Host.Logging;

/// <summary>For a person: time, level, who says it, and what.</summary>
internal sealed class TextLines : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var source = logEvent.Properties.TryGetValue("SourceContext", out var context) && context is ScalarValue { Value: string name } ? name[(name.LastIndexOf('.') + 1)..] : "";
        var cause = logEvent.Exception is { } e ? $" ({e.GetType().Name}: {e.Message})" : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{logEvent.Timestamp:HH:mm:ss.fff} {Level(logEvent.Level)} {source}: {Plain.Line(MessageText.Of(logEvent) + cause)}"));
    }

    private static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose or LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info ",
        LogEventLevel.Warning => "WARN ",
        _ => "ERROR",
    };
}

using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Kokoro.Host.Logging;

/// <summary>Writes each event whole, so that lines of two threads never mix.</summary>
internal sealed class WriterSink(TextWriter writer, ITextFormatter format) : ILogEventSink
{
    private readonly Lock _lock = new();

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        format.Format(logEvent, line);
        lock (_lock)
            writer.Write(line.ToString());
    }
}

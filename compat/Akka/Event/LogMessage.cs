using System.Collections.Generic;

namespace Akka.Event;

/// <summary>A template with its arguments; formatted by whoever prints it.</summary>
public abstract class LogMessage
{
    protected readonly ILogMessageFormatter Formatter;

    protected LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    public string Format { get; }

    public abstract string Unformatted();

    public abstract IEnumerable<object> Parameters();

    public override string ToString() => Formatter.Format(Format, Parameters());
}

internal sealed class DefaultLogMessage : LogMessage
{
    private readonly object[] _args;

    internal DefaultLogMessage(ILogMessageFormatter formatter, string format, params object[] args)
        : base(formatter, format) => _args = args;

    public override string Unformatted() => $"{Format}: {string.Join(", ", _args)}";

    public override IEnumerable<object> Parameters() => _args;
}

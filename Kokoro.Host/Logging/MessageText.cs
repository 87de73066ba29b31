using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Kokoro.Host.Logging;

/// <summary>The message with its placeholders filled in, without quotation marks around words.</summary>
internal static class MessageText
{
    private static readonly MessageTemplateTextFormatter Literal = new("{Message:lj}", CultureInfo.InvariantCulture);

    public static string Of(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Literal.Format(logEvent, text);
        return text.ToString();
    }
}

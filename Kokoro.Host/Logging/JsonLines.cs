using System.Globalization;
using System.Text;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;

namespace Kokoro.Host.Logging;

/// <summary>For a machine: one object a line, with the placeholders of the message as fields.</summary>
internal sealed class JsonLines : ITextFormatter
{
    /// <summary>The names of every line. A placeholder that has one of them, or one that another placeholder took, gets a prefix: a name that is in an object twice is read differently by each reader.</summary>
    private static readonly string[] Own = ["time", "level", "message", "exception"];

    private const string Prefix = "field_";

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("time", logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", logEvent.Level.ToString().ToLowerInvariant());
            json.WriteString("message", Plain.Line(MessageText.Of(logEvent)));
            var taken = Own.ToHashSet(StringComparer.Ordinal);
            foreach (var (name, value) in logEvent.Properties)
                Write(json, Free(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), taken), value);
            if (logEvent.Exception is { } e)
                json.WriteString("exception", Plain.Line(e.ToString()));
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string Free(string name, HashSet<string> taken)
    {
        while (!taken.Add(name))
            name = Prefix + name;
        return name;
    }

    private static void Write(Utf8JsonWriter json, string name, LogEventPropertyValue property)
    {
        switch ((property as ScalarValue)?.Value)
        {
            case double number when double.IsFinite(number):
                json.WriteNumber(name, Math.Round(number, 3));
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case string text:
                json.WriteString(name, Plain.Line(text));
                break;
            case var other:
                json.WriteString(name, Plain.Line(Convert.ToString(other ?? property, CultureInfo.InvariantCulture) ?? ""));
                break;
        }
    }
}

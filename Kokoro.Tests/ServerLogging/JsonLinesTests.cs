using System.Text.Json;
using Kokoro.Host.Logging;
using Serilog.Events;
using Serilog.Parsing;

namespace Kokoro.Tests.ServerLogging;

public sealed class JsonLinesTests
{
    [Fact]
    public void A_placeholder_never_takes_the_name_of_another_field()
    {
        var names = Fields("{Message} {Level} {TookMs} {took_ms}", "m", "l", 1, 2).Select(field => field.Name).ToList();

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(["time", "level", "message", "field_message", "field_level", "took_ms", "field_took_ms"], names);
    }

    [Fact]
    public void The_own_fields_of_a_line_keep_their_meaning()
    {
        var fields = Fields("{Message} {Level}", "theirs", "theirs").ToDictionary(field => field.Name, field => field.Value.GetString());

        Assert.Equal(("information", "theirs theirs"), (fields["level"], fields["message"]));
    }

    private static List<JsonProperty> Fields(string template, params object[] values)
    {
        var parsed = new MessageTemplateParser().Parse(template);
        var properties = parsed.Tokens.OfType<PropertyToken>().Zip(values, (token, value) => new LogEventProperty(token.PropertyName, new ScalarValue(value)));
        using var line = new StringWriter();
        new JsonLines().Format(new LogEvent(DateTimeOffset.UnixEpoch, LogEventLevel.Information, null, parsed, properties), line);
        return [.. JsonDocument.Parse(line.ToString()).RootElement.EnumerateObject()];
    }
}

using System.Text.Json;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.Logging;
using Microsoft.Extensions.Logging;

namespace Kokoro.Tests.ServerLogging;

public sealed class ServerLogsTests
{
    private static readonly string[] Hostile = ["a\r\nb", "\u001b[31mred\u001b[0m", "\u202Ereversed", "zero\u200Bwidth", "\u2028line", new('x', 1_000_000)];

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Whatever_is_logged_is_one_harmless_line(string format)
    {
        foreach (var hostile in Hostile)
        {
            var lines = Logged(new LogSettings { Format = format }, log => log.LogWarning("it said {Words}", hostile));

            var line = Assert.Single(lines);
            Assert.InRange(line.Length, 1, 3 * Plain.MostLength);
            Assert.All(line, c => Assert.False(char.IsControl(c) || c is '\u202E' or '\u200B' or '\u2028', $"U+{(int)c:X4} is in the line"));
            if (format == "json")
                Assert.StartsWith("it said ", JsonDocument.Parse(line).RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_has_the_placeholders_as_fields()
    {
        var line = Assert.Single(Logged(new LogSettings { Format = "json" }, log => log.LogInformation("utterance {Utterance} took {TookMs:0} ms", "u1", 12.3456)));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal(("u1", 12.346, "information", "utterance u1 took 12 ms"), (
            json.GetProperty("utterance").GetString(), json.GetProperty("took_ms").GetDouble(), json.GetProperty("level").GetString(), json.GetProperty("message").GetString()));
    }

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 2)]
    [InlineData("information", 3)]
    [InlineData("debug", 4)]
    public void Below_the_level_nothing_is_said(string level, int lines) => Assert.Equal(lines, Logged(new LogSettings { Level = level }, log =>
    {
        log.LogError("1");
        log.LogWarning("2");
        log.LogInformation("3");
        log.LogDebug("4");
    }).Length);

    [Theory]
    [InlineData("run {Run} took {Ms:0.0} ms", "run u1/0 took 3.1 ms")]
    [InlineData("nothing", "nothing")]
    [InlineData("{A} {B} {C}", "u1/0 3.14 {C}")]
    public void Placeholders_are_filled_in_their_order(string format, string expected) => Assert.Equal(expected, new NamedPlaceholders().Format(format, "u1/0", 3.14));

    private static string[] Logged(LogSettings settings, Action<ILogger> write)
    {
        var text = new StringWriter();
        using var logs = ServerLogs.Create(settings, text);
        using var factory = LoggerFactory.Create(builder => logs.AddTo(builder.SetMinimumLevel(LogLevel.Trace)));
        write(factory.CreateLogger("Some.Class"));
        return text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}

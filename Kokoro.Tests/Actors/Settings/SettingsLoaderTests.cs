using System.Collections.Immutable;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;

namespace Kokoro.Tests.Actors.Settings;

public sealed class SettingsLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FileName => Path.Combine(_folder.Path, "test.conf");

    public void Dispose() => _folder.Dispose();

    private static readonly string Shipped = Checkout.File("hocon", "kokoro.conf");

    [Fact]
    public void The_shipped_file_says_every_key_with_its_default()
    {
        var (values, faults) = HoconReader.Read(File.ReadAllText(Shipped), "kokoro.conf");

        Assert.Empty(faults);
        Assert.Equal(SettingsKey.All.Select(key => key.Path).Order(StringComparer.Ordinal), values.Keys.Order(StringComparer.Ordinal));
        foreach (var key in SettingsKey.All)
        {
            var settings = new ServerSettings();
            key.Set(settings, values[key.Path]);
            Assert.True(IsDefault(settings), $"{key.Path} has not its default; what you set for yourself belongs in a file of yours (docs/configuration.md, Layers)");
        }
    }

    [Fact]
    public void The_shipped_file_says_a_reason_above_every_key()
    {
        var hasReason = false;
        foreach (var line in File.ReadLines(Shipped).Select(line => line.Trim()))
        {
            if (line.StartsWith('#'))
                hasReason = true;
            else if (line.Length == 0 || line.EndsWith('{'))
                hasReason = false;
            else
                Assert.True(hasReason || line == "}", $"no reason stands above: {line}");
        }
    }

    [Fact]
    public void Every_key_has_limits_or_words_and_a_default_within_them()
    {
        foreach (var key in SettingsKey.All)
        {
            var (values, _) = HoconReader.Read(File.ReadAllText(Shipped), "kokoro.conf");
            key.Set(new ServerSettings(), values[key.Path]);
        }
    }

    /// <summary>What operators count on; a change of a default is a change of the product.</summary>
    [Fact]
    public void The_defaults_are_those_of_the_design()
    {
        var settings = new ServerSettings();

        Assert.Equal((8880, "localhost", ""), (settings.Http.Port, settings.Http.Listen, settings.Http.Token));
        Assert.Equal((256 * 1024, 32_767, 8, 16_384, 64, 512), (settings.Http.MostBodyBytes, settings.Http.MostTextLength, settings.Http.MostJsonDepth, settings.Http.MostHeaderBytes, settings.Http.MostHeaders, settings.Http.MostConnections));
        Assert.Equal((60, 5, 30, 5, 60), (settings.Http.KeepAlive.TotalSeconds, settings.Http.HeadersWithin.TotalSeconds, settings.Http.FirstAudioWithin.TotalSeconds, settings.Http.AnswerWithin.TotalSeconds, settings.Http.StalledAfter.TotalSeconds));
        Assert.Equal((256L << 20, 64L << 20), (settings.Http.ReplyBudgetBytes, settings.Http.MostReplyBytes));
        Assert.Equal((0.8, 10, 0.2, 1.25, 14, 25), (settings.Admission.StreamShare, settings.Admission.WholeWait.TotalSeconds, settings.Admission.WholeLeastShare, settings.Admission.NewcomerFactor, settings.Admission.CharactersPerSecond, settings.Admission.DrainWithin.TotalSeconds));
        Assert.Equal((3, 10, 60, 2), (settings.Utterances.Window, settings.Utterances.Buffer.TotalSeconds, settings.Utterances.StalledAfter.TotalSeconds, settings.Utterances.RunsAhead));
        Assert.Equal((0, 2, 0.1, 1.3, 3, 24, 10_000), (settings.Router.Permits, settings.Router.UrgentBelow.TotalSeconds, settings.Router.BatchShare, settings.Router.LeastGain, settings.Router.OutsideRetries, settings.Router.QuarantineFor.TotalHours, settings.Router.MostQuarantined));
        Assert.Equal((0, 0.2, 30, 5, 60, 30), (settings.Synthesis.Size, settings.Synthesis.FirstBackOff.TotalSeconds, settings.Synthesis.LongestBackOff.TotalSeconds, settings.Synthesis.DegradedAfter, settings.Synthesis.DegradedWindow.TotalSeconds, settings.Synthesis.DegradedRetry.TotalSeconds));
        Assert.Equal(settings.Synthesis with { Size = 2 }, settings.Phonemizers);
        Assert.Equal((4, 2, 2, 2, 1, 1, 5), (settings.Engine.CpuFactor, settings.Engine.CpuGrace.TotalSeconds, settings.Engine.StallFactor, settings.Engine.LeastStall.TotalSeconds, settings.Engine.CancelWithin.TotalSeconds, settings.Engine.StopWithin.TotalSeconds, settings.Engine.Start.TotalSeconds));
        Assert.Equal(("", "cpu", "", ""), (settings.Engine.Model, settings.Engine.Provider, settings.Voices.Default, settings.Voices.Folder));
        Assert.Equal((0.2, 0.45, 0.5, 0.75, 0.9), (settings.Pauses.Clause?.TotalSeconds, settings.Pauses.Sentence?.TotalSeconds, settings.Pauses.ListItem?.TotalSeconds, settings.Pauses.Heading?.TotalSeconds, settings.Pauses.Paragraph?.TotalSeconds));
        Assert.Equal(("information", "text", ""), (settings.Log.Level, settings.Log.Format, settings.Log.File));
        Assert.Equal(WidthPolicy.Adaptive, settings.Router.Width);
        Assert.Empty(settings.Http.Hosts);
        Assert.Equal(new EngineSettings().CpuFactor, Kokoro.Host.Serving.ServerParts.EngineLimitsOf(settings.Engine).CpuFactor);
    }

    [Theory]
    [InlineData("kokoro.http.prot = 1", "kokoro.conf:1:1: kokoro.http.prot is not a setting; did you mean kokoro.http.port?")]
    [InlineData("kokoro {\n  http {\n    port = eighty\n  }\n}", "kokoro.conf:3:5: kokoro.http.port cannot be 'eighty'; write a whole number")]
    [InlineData("kokoro.http.port = 70000", "kokoro.conf:1:1: kokoro.http.port cannot be '70000'; write something from 0 to 65535")]
    [InlineData("kokoro.http.keep-alive = 5", "kokoro.conf:1:1: kokoro.http.keep-alive cannot be '5'; write a duration with its unit, such as 200 ms, 5 s, 2 m, 1 h or 1 d")]
    [InlineData("kokoro.http.keep-alive = 5 KiB", "kokoro.conf:1:1: kokoro.http.keep-alive cannot be '5 KiB'; write a duration with its unit, such as 200 ms, 5 s, 2 m, 1 h or 1 d")]
    [InlineData("kokoro.http.most-body-bytes = 5 s", "kokoro.conf:1:1: kokoro.http.most-body-bytes cannot be '5 s'; write a size with its unit, such as 512 B, 256 KiB, 64 MiB or 1 GiB")]
    [InlineData("kokoro.log.level = loud", "kokoro.conf:1:1: kokoro.log.level cannot be 'loud'; write one of debug, information, warning, error")]
    [InlineData("kokoro.router.width = wider", "kokoro.conf:1:1: kokoro.router.width cannot be 'wider'; write one of adaptive, narrow, wide")]
    [InlineData("kokoro.http {\n  port = 1\n", "kokoro.conf:1:13: this brace is never closed; add a }")]
    [InlineData("kokoro.http.port = 1\nkokoro.http.port = 2", "kokoro.conf:2:1: kokoro.http.port is set a second time, after kokoro.conf:1:1; remove one of them")]
    [InlineData("kokoro.http.token = \"abc", "kokoro.conf:1:21: a string without its closing quotation mark; add it on the same line")]
    [InlineData("kokoro.http.port", "kokoro.conf:1:1: 'kokoro.http.port' has no value; write kokoro.http.port = VALUE")]
    [InlineData("}", "kokoro.conf:1:1: a } without its {; remove it")]
    [InlineData("kokoro.http.listen = 0.0.0.0", "kokoro.conf:1:1: kokoro.http.listen = 0.0.0.0 lets others in, and kokoro.http.token is empty; set a token")]
    public void A_fault_is_named_with_its_place_and_what_to_write_instead(string text, string expected)
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load(From(text)));

        Assert.Equal(expected, fault.Message.Replace(FileName, "kokoro.conf", StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load(From("kokoro.http.port = x\nkokoro.log.level = y\nkokoro.nothing = z")));

        Assert.Equal(3, fault.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void Later_layers_win_and_are_named_when_they_are_wrong()
    {
        var environment = new Dictionary<string, string> { ["KOKORO_HTTP_PORT"] = "2", ["KOKORO_HTTP_HOSTS"] = "a.example, b.example", ["KOKORO_TRACE"] = "1", ["HOME"] = "x" };
        var options = new Dictionary<string, (string, string)> { ["kokoro.http.listen"] = ("--listen", "127.0.0.1") };

        var settings = SettingsLoader.Load(From("kokoro.http { port = 1, listen = \"::1\" }") with { Environment = environment, Options = options });

        Assert.Equal((2, "127.0.0.1"), (settings.Http.Port, settings.Http.Listen));
        Assert.Equal(["a.example", "b.example"], settings.Http.Hosts.AsEnumerable());
        environment["KOKORO_HTTP_PROT"] = "3";
        environment["KOKORO_HTTP_PORT"] = "many";
        var fault = Assert.Throws<SettingsException>(() => SettingsLoader.Load(From("") with { Environment = environment })).Message;
        Assert.Contains("KOKORO_HTTP_PROT: is not a setting; did you mean KOKORO_HTTP_PORT?", fault, StringComparison.Ordinal);
        Assert.Contains("KOKORO_HTTP_PORT: kokoro.http.port cannot be 'many'", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_may_be_left_to_the_model() =>
        Assert.Null(SettingsLoader.Load(From("kokoro.pauses.clause = model")).Pauses.Clause);

    private SettingsSources From(string text)
    {
        File.WriteAllText(FileName, text);
        return new(FileName, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, (string, string)>.Empty);
    }

    /// <summary>Two lists with the same words are not equal to a record.</summary>
    private static bool IsDefault(ServerSettings settings) =>
        settings.Http.Hosts.IsEmpty && settings with { Http = settings.Http with { Hosts = [] } } == new ServerSettings { Http = new() { Hosts = [] } };
}

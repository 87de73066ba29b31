using System.Collections.Immutable;
using Kokoro.Actors.Settings.Reading;

namespace Kokoro.Tests.Actors.Settings;

/// <summary>What a person is told who has made more than one mistake, or one that no single value shows.</summary>
public sealed class SettingsFaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Faults_of_every_kind_come_in_the_order_of_the_file_then_the_environment()
    {
        var faults = Faults(
            """
            kokoro {
              http { prot = 1 }
              log { level = loud
                    file = "never closed
              }
              http { port }
              admission { drain-within = 25 }
              voices { default = "Am Aster" }
            """,
            ("KOKORO_HTTP_PROT", "1"));

        Assert.Equal(
            [
                "kokoro.conf:1:8: this brace is never closed; add a }",
                "kokoro.conf:2:10: kokoro.http.prot is not a setting; did you mean kokoro.http.port?",
                "kokoro.conf:3:9: kokoro.log.level cannot be 'loud'; write one of debug, information, warning, error",
                "kokoro.conf:4:16: a string without its closing quotation mark; add it on the same line",
                "kokoro.conf:6:10: 'port' has no value; write port = VALUE",
                "kokoro.conf:7:15: kokoro.admission.drain-within cannot be '25'; write a duration with its unit, such as 200 ms, 5 s, 2 m, 1 h or 1 d",
                "kokoro.conf:8:12: kokoro.voices.default cannot be 'Am Aster'; write the id of a voice, such as am_aster, or leave it empty; ./kokoro voices lists them",
                "KOKORO_HTTP_PROT: is not a setting; did you mean KOKORO_HTTP_PORT?; unset it or correct its name",
            ],
            faults);
    }

    [Theory]
    [InlineData("99999999999999999999 d")]
    [InlineData("-99999999999999999999 d")]
    [InlineData("2 h")]
    public void A_duration_beyond_the_limits_is_told_them_however_long_it_is(string duration) => Assert.Equal(
        [$"kokoro.conf:1:1: kokoro.http.keep-alive cannot be '{duration}'; write something from 1 s to 1 h"],
        Faults($"kokoro.http.keep-alive = {duration}"));

    [Theory]
    [InlineData("kokoro.http = 5", "kokoro.conf:1:1: kokoro.http is a section, not a setting; write its keys in { } after it")]
    [InlineData("http { port = 1 }", "kokoro.conf:1:8: http.port stands outside of kokoro { }; write kokoro.http.port")]
    [InlineData(@"kokoro.log.file = ""C:\new""", @"kokoro.conf:1:22: a \ stands alone in a string; write \\ for one")]
    [InlineData("kokoro.http.hosts = [\"http://speech.example/\"]", "kokoro.conf:1:1: kokoro.http.hosts cannot hold 'http://speech.example/'; write a name as a Host header has it, such as speech.example or speech.example:8443")]
    [InlineData("kokoro.http.hosts = [\"*.example\"]", "kokoro.conf:1:1: kokoro.http.hosts cannot hold '*.example'; write a name as a Host header has it, such as speech.example or speech.example:8443")]
    [InlineData("kokoro.http.reply-budget-bytes = 1 MiB", "kokoro.conf:1:1: kokoro.http.most-reply-bytes is more than kokoro.http.reply-budget-bytes, so that the longest replies could never be made; make it smaller, or the budget larger")]
    [InlineData("\nkokoro.synthesis.first-back-off = 1 m", "kokoro.conf:2:1: kokoro.synthesis.first-back-off is longer than kokoro.synthesis.longest-back-off; make it shorter")]
    [InlineData("kokoro.phonemizers.longest-back-off = 1 ms", "kokoro.conf:1:1: kokoro.phonemizers.first-back-off is longer than kokoro.phonemizers.longest-back-off; make it shorter")]
    public void A_fault_is_told_at_the_place_of_the_value_that_makes_it(string text, string expected) => Assert.Equal([expected], Faults(text));

    [Fact]
    public void A_contradiction_is_told_at_the_layer_that_made_it() => Assert.Equal(
        ["KOKORO_HTTP_LISTEN: kokoro.http.listen = 0.0.0.0 lets others in, and kokoro.http.token is empty; set a token"],
        Faults("kokoro.http.listen = localhost", ("KOKORO_HTTP_LISTEN", "0.0.0.0")));

    [Fact]
    public void What_is_no_settings_file_is_told_in_short_harmless_lines()
    {
        var faults = Faults($"{new string('k', 10_000)} = 1\nkokoro.log.level = \"\u001b[31m{new string('v', 10_000)}\"");

        Assert.Equal(2, faults.Length);
        Assert.All(faults, fault => Assert.InRange(fault.Length, 1, 200));
        Assert.All(faults, fault => Assert.DoesNotContain(fault, c => char.IsControl(c)));
    }

    private string[] Faults(string text, params (string Name, string Value)[] environment)
    {
        var file = _folder["test.conf"];
        File.WriteAllText(file, text);
        var sources = new SettingsSources(file, environment.ToImmutableDictionary(each => each.Name, each => each.Value), ImmutableDictionary<string, (string, string)>.Empty);
        return Assert.Throws<SettingsException>(() => SettingsLoader.Load(sources)).Message.Replace(file, "kokoro.conf", StringComparison.Ordinal).Split(Environment.NewLine);
    }
}

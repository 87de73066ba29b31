using System.Text;
using Kokoro.Host.Cli;

namespace Kokoro.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_of_a_command_names_the_program_as_it_is_called()
    {
        var ended = await KokoroProcess.RunAsync("speak", "--help");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("kokoro speak [<text>...]", Encoding.UTF8.GetString(ended.Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_is_refused_with_those_there_are()
    {
        var ended = await KokoroProcess.RunAsync("nonsense");

        Assert.Equal(ExitCode.Refused, ended.ExitCode);
        Assert.Equal("kokoro: command nonsense is not known; use one of serve, speak, voices, model, pair, phonemes, native-host, doctor", Assert.Single(ended.ErrorLines));
    }

    [Fact]
    public async Task An_unknown_option_of_a_command_below_another_is_refused_with_the_help_of_both()
    {
        var ended = await KokoroProcess.RunAsync("model", "list", "--foo");

        Assert.Equal(ExitCode.Refused, ended.ExitCode);
        Assert.Equal("kokoro: option --foo is not known; see kokoro model list --help, or put -- before a text that starts with a dash", Assert.Single(ended.ErrorLines));
    }

    [Fact]
    public async Task Voices_are_listed_without_terminal_codes_in_a_pipe()
    {
        var ended = await KokoroProcess.RunAsync("voices");

        var output = Encoding.UTF8.GetString(ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain('\u001b', output);
        Assert.All(["af_linden", "af_wren", "am_aster", "am_basalt", "a robotic voice"], each => Assert.Contains(each, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Phonemes_show_source_spoken_form_and_ids_of_each_word()
    {
        var ended = await KokoroProcess.RunAsync("phonemes", "The end of the world costs 21, “really”.");

        var output = Encoding.UTF8.GetString(ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("of the", output, StringComparison.Ordinal);
        Assert.Contains("ʌvðə", output, StringComparison.Ordinal);
        Assert.Contains("27..29", output, StringComparison.Ordinal);
        Assert.Contains("twenty", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phonemes_name_emoji_where_that_is_asked_for()
    {
        var named = await KokoroProcess.RunAsync("phonemes", "Nice 🎉", "--emoji", "name");
        var leftOut = await KokoroProcess.RunAsync("phonemes", "Nice 🎉", "--emoji", "leave-out");

        Assert.Contains("popper", Encoding.UTF8.GetString(named.Output), StringComparison.Ordinal);
        Assert.Empty(named.Error);
        Assert.DoesNotContain("popper", Encoding.UTF8.GetString(leftOut.Output), StringComparison.Ordinal);
        Assert.Equal("left out, pictures: characters 5..7 (🎉)", Assert.Single(leftOut.ErrorLines));
    }

    [Theory]
    [InlineData("speak", "-o", "-")]
    [InlineData("phonemes")]
    public async Task An_unknown_reading_of_emoji_is_refused_with_those_there_are(params string[] command)
    {
        var ended = await KokoroProcess.RunAsync([.. command, "Nice 🎉", "--emoji", "yes"]);

        Assert.Equal(ExitCode.Refused, ended.ExitCode);
        Assert.Equal("kokoro: --emoji yes is not known; use leave-out or name", Assert.Single(ended.ErrorLines));
    }

    [Fact]
    public async Task Doctor_finds_everything_that_speaking_takes()
    {
        var ended = await KokoroProcess.RunAsync("doctor");

        var output = Encoding.UTF8.GetString(ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.All(["espeak-ng 1.", "ONNX Runtime   1.", "starter model"], each => Assert.Contains(each, output, StringComparison.Ordinal));
        Assert.DoesNotContain("MISSING", output, StringComparison.Ordinal);
    }
}

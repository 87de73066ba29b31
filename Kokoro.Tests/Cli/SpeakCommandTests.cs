using System.Diagnostics;
using System.Text;
using Kokoro.Host.Cli;
using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Tests.Cli;

public sealed class SpeakCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Speak_a_sentence_writes_a_wav_and_nothing_to_standard_output()
    {
        var ended = await KokoroProcess.RunAsync("speak", "Hello, world.", "-o", _folder["hello.wav"]);

        Assert.Equal((0, 0), (ended.ExitCode, ended.Output.Length));
        var samples = WavContent.Exact(await File.ReadAllBytesAsync(_folder["hello.wav"]));
        Assert.InRange(samples.Length, 24_000 * 8 / 10, 24_000 * 2);
        Assert.True(samples.Max() > 3000, "the file is silent");
        Assert.Contains("hello.wav: ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_to_a_dash_streams_a_wav_and_the_same_bytes_from_argument_file_and_pipe()
    {
        await File.WriteAllTextAsync(_folder["text.txt"], "One, two, three.");

        var argument = await KokoroProcess.RunAsync("speak", "One, two, three.", "-o", "-");
        var words = await KokoroProcess.RunAsync("speak", "One,", "two,", "three.", "-o", "-");
        var file = await KokoroProcess.RunAsync("speak", "--file", _folder["text.txt"], "-o", "-");
        var pipe = await KokoroProcess.RunAsync(Encoding.UTF8.GetBytes("One, two, three."), "speak", "-o", "-");

        Assert.Equal(0, argument.ExitCode);
        Assert.True(WavContent.Streamed(argument.Output).Max() > 3000, "the stream is silent");
        Assert.Equal(argument.Output, words.Output);
        Assert.Equal(argument.Output, file.Output);
        Assert.Equal(argument.Output, pipe.Output);
    }

    [Fact]
    public async Task Speak_twice_as_fast_is_about_half_as_long()
    {
        const string Text = "The kettle is on, and the tea will be ready in a minute.";

        var normal = await KokoroProcess.RunAsync("speak", Text, "-o", "-");
        var fast = await KokoroProcess.RunAsync("speak", Text, "-o", "-", "--speed", "2");

        Assert.InRange(fast.Output.Length / (double)normal.Output.Length, 0.45, 0.6);
    }

    [Fact]
    public async Task Speak_each_starter_voice_sounds_different()
    {
        string[] voices = ["af_linden", "af_wren", "am_aster", "am_basalt"];

        var sounds = await Task.WhenAll(voices.Select(voice => KokoroProcess.RunAsync("speak", "Hello.", "-o", "-", "--voice", voice)));

        Assert.Equal(4, sounds.Select(each => Convert.ToHexString(each.Output)).Distinct().Count());
        Assert.All(sounds, each => Assert.Equal(0, each.ExitCode));
    }

    [Fact]
    public async Task Speak_onto_a_full_disk_says_so_and_leaves_nothing()
    {
        // A full disk of one page in a namespace of its own, where the system lets anybody have one.
        const int NotAllowed = 77;
        var disk = Directory.CreateDirectory(_folder["disk"]).FullName;
        await File.WriteAllTextAsync(
            _folder["full.sh"],
            $"""
            mount -t tmpfs -o size=4k full '{disk}' || exit {NotAllowed}
            head -c 4096 /dev/zero >'{disk}/fill'
            "$@"
            ended=$?
            ls -A '{disk}' >&2
            exit $ended
            """);
        var limits = $"unshare -rm true || exit {NotAllowed}; exec unshare -rm sh '{_folder["full.sh"]}' \"$@\"";

        var ended = await KokoroProcess.RunLimitedAsync(new Dictionary<string, string>(), limits, "speak", "Hello, world.", "-o", $"{disk}/hello.wav");

        if (ended.ExitCode == NotAllowed)
            return;
        Assert.Equal(ExitCode.InputOutput, ended.ExitCode);
        Assert.Contains("cannot write", ended.ErrorLines[^2], StringComparison.Ordinal);
        Assert.Equal("fill", ended.ErrorLines[^1]);
    }

    [Fact]
    public async Task Speak_broken_utf8_and_control_characters_are_cleaned_away()
    {
        byte[] broken = [.. "Hello"u8, 0xFF, 0x00, 0x1B, (byte)' ', 0xC3, .. "world."u8];

        var ended = await KokoroProcess.RunAsync(broken, "speak", "-o", "-");

        Assert.Equal(0, ended.ExitCode);
        Assert.True(WavContent.Streamed(ended.Output).Max() > 3000, "the stream is silent");
    }

    [Fact]
    public async Task Speak_letters_of_another_script_are_left_out_and_reported()
    {
        var ended = await KokoroProcess.RunAsync("speak", "The word мир means peace.", "-o", "-");

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("left out, letters that this language does not have: characters 9..12 (мир)", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_a_text_that_aborts_espeak_as_a_whole_is_spoken()
    {
        var poison = string.Concat(Enumerable.Repeat("s'", 70));

        var ended = await KokoroProcess.RunAsync("speak", $"Listen: {poison}", "-o", "-");

        Assert.Equal(0, ended.ExitCode);
        Assert.True(WavContent.Streamed(ended.Output).Length > 24_000, "the text was cut short");
    }

    [Fact]
    public async Task Speak_a_text_that_starts_with_a_dash_is_spoken_after_a_double_dash()
    {
        var ended = await KokoroProcess.RunAsync("speak", "-o", "-", "--", "--nonsense");

        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task Speak_with_a_model_of_the_users_own_takes_its_voice_file()
    {
        await File.WriteAllBytesAsync(_folder["model.onnx"], StarterModelFile.Build());
        await File.WriteAllBytesAsync(_folder["af_test.bin"], new byte[510 * 256 * sizeof(float)]);

        var ended = await KokoroProcess.RunAsync(
            "speak", "Hello.", "-o", "-", "--model", _folder["model.onnx"], "--voice", _folder["af_test.bin"]);

        Assert.Equal(0, ended.ExitCode);
        Assert.True(WavContent.Streamed(ended.Output).Max() > 3000, "the stream is silent");
    }

    [Theory]
    [InlineData("missing.bin", -1, "missing.bin")]
    [InlineData("short.bin", 1000, "has 1000 bytes instead of 522240")]
    public async Task Speak_with_a_bad_voice_file_is_refused_by_name(string name, int bytes, string message)
    {
        await File.WriteAllBytesAsync(_folder["model.onnx"], StarterModelFile.Build());
        if (bytes >= 0)
            await File.WriteAllBytesAsync(_folder[name], new byte[bytes]);

        var ended = await KokoroProcess.RunAsync(
            "speak", "Hello.", "-o", _folder["out.wav"], "--model", _folder["model.onnx"], "--voice", _folder[name]);

        Assert.Equal(ExitCode.Installation, ended.ExitCode);
        Assert.Contains(message, Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.wav"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200_000)]
    public async Task Speak_with_a_truncated_model_is_refused_by_name(int bytes)
    {
        await File.WriteAllBytesAsync(_folder["model.onnx"], StarterModelFile.Build()[..bytes]);

        var ended = await KokoroProcess.RunAsync("speak", "Hello.", "-o", _folder["out.wav"], "--model", _folder["model.onnx"]);

        Assert.Equal(ExitCode.Installation, ended.ExitCode);
        Assert.Contains("model.onnx", Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Refused, "the text is empty", "")]
    [InlineData(ExitCode.Refused, "the text is empty", " \t\n ")]
    [InlineData(ExitCode.Refused, "holds only emoji", "😀 🎉")]
    [InlineData(ExitCode.Refused, "voice 'nobody' is not known", "Hello.", "--voice", "nobody")]
    [InlineData(ExitCode.Refused, "did you mean 'af_wren'", "Hello.", "--voice", "af_wran")]
    [InlineData(ExitCode.Refused, "is for a Kokoro model", "Hello.", "--voice", "../af_linden")]
    [InlineData(ExitCode.Refused, "not known; use one of", "Hello.", "--language", "xx")]
    [InlineData(ExitCode.Refused, "between 0.25 and 4", "Hello.", "--speed", "9")]
    [InlineData(ExitCode.Refused, "between 0.25 and 4", "Hello.", "--speed", "NaN")]
    [InlineData(ExitCode.Refused, "option --nonsense is not known; see kokoro speak --help", "Hello.", "--nonsense")]
    [InlineData(ExitCode.Refused, "option --Speed is not known", "Hello.", "--Speed", "2")]
    [InlineData(ExitCode.Refused, "option -speed is not known", "Hello.", "-speed", "2")]
    [InlineData(ExitCode.Refused, "option -V is not known", "Hello.", "-V")]
    [InlineData(ExitCode.Refused, "a text and --file were both given", "Hello.", "--file", "no-such-file.txt")]
    [InlineData(ExitCode.Installation, "provider 'coreml' is not in this", "Hello.", "--provider", "coreml")]
    [InlineData(ExitCode.Installation, "provider 'gpu' is not known", "Hello.", "--provider", "gpu")]
    [InlineData(ExitCode.InputOutput, "no-such-file.txt", "--file", "no-such-file.txt")]
    [InlineData(ExitCode.Installation, "no-such-model.onnx", "Hello.", "--model", "no-such-model.onnx")]
    public async Task Speak_bad_input_is_refused_in_one_line_and_leaves_no_file(int exitCode, string message, params string[] arguments)
    {
        var ended = await KokoroProcess.RunAsync(["speak", .. arguments, "-o", _folder["out.wav"]]);

        Assert.Equal(exitCode, ended.ExitCode);
        var line = Assert.Single(ended.ErrorLines);
        Assert.StartsWith("kokoro: ", line, StringComparison.Ordinal);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData('7', 65, "has 65 digits")]
    [InlineData('a', 1001, "has 1,001 characters")]
    public async Task Speak_a_number_or_word_too_long_is_refused_with_its_place(char character, int length, string message)
    {
        var ended = await KokoroProcess.RunAsync("speak", "Look: " + new string(character, length), "-o", _folder["out.wav"]);

        Assert.Equal(ExitCode.Refused, ended.ExitCode);
        var line = Assert.Single(ended.ErrorLines);
        Assert.Contains(message, line, StringComparison.Ordinal);
        Assert.Contains($"6..{6 + length}", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speak_interrupted_ends_with_130_and_leaves_no_file()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(_folder.Path);
        watcher.Created += (_, _) => started.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = KokoroProcess.StartInterruptible("speak", "-o", _folder["out.wav"]);
        await process.StandardInput.WriteAsync(string.Join(' ', Enumerable.Repeat("A long story.", 3000)));
        process.StandardInput.Close();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString()]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Speak_into_a_pipe_that_is_closed_ends_and_says_so()
    {
        using var process = KokoroProcess.Start("speak", "-o", "-");
        await process.StandardInput.WriteAsync(string.Join(' ', Enumerable.Repeat("A long story.", 300)));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();

        await process.StandardOutput.BaseStream.ReadExactlyAsync(new byte[44]);
        process.StandardOutput.Close();
        await process.WaitForExitAsync();

        Assert.Equal("kokoro: cannot write to standard output: nobody reads it any more\n", await error);
        Assert.Equal(ExitCode.InputOutput, process.ExitCode);
    }

    [Fact]
    public async Task Speak_a_text_too_long_for_a_command_line_is_refused_with_another_way()
    {
        var ended = await KokoroProcess.RunAsync("speak", string.Join(' ', Enumerable.Repeat("A long story.", 3000)), "-o", _folder["out.wav"]);

        Assert.Equal(ExitCode.InputOutput, ended.ExitCode);
        Assert.Contains("give it with --file or through a pipe", Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing/out.wav")]
    [InlineData("")]
    public async Task Speak_an_output_that_cannot_be_written_is_refused_before_any_work(string name)
    {
        var ended = await KokoroProcess.RunAsync("speak", "Hello.", "-o", Path.Combine(_folder.Path, name));

        Assert.Equal(ExitCode.InputOutput, ended.ExitCode);
        Assert.StartsWith("kokoro: cannot write ", Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
    }
}

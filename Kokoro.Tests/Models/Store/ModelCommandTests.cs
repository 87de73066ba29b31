using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Kokoro.Host.Cli;
using Kokoro.Tests.Cli;
using Kokoro.Tests.RunsToPcm;
using Kokoro.Tests.Serving;
using Kokoro.Tests.TinyOnnx;
using Kokoro.Tests.Voices;

namespace Kokoro.Tests.Models.Store;

/// <summary>`kokoro model` with files that are on this machine.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private static readonly byte[] Model = new TinyKokoro { KnownIds = 178, Gain = 0.001f }.ToModel();

    private readonly TestStore _store = new();

    public ModelCommandTests() => Directory.CreateDirectory(_store["there"]);

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Add_a_folder_takes_models_and_voices_and_names_the_rest()
    {
        await WriteAsync("there/Model One.onnx", Model);
        await WriteAsync("there/broken.onnx", Model[..^10]);
        await WriteAsync("there/voices/af_one.bin", GeneratedPack.Bytes());
        await WriteAsync("there/voices/af_short.bin", new byte[1000]);
        await WriteAsync("there/config.json", [1]);

        var added = await _store.RunAsync("model", "add", _store["there"]);
        var spoken = await _store.RunAsync("speak", "Hi.", "-o", _store["hi.wav"]);
        var starter = await _store.RunAsync("speak", "Hi.", "-o", _store["hi.wav"], "--model", "starter");

        Assert.True(added.ExitCode == ExitCode.Done, added.Error);
        Assert.Equal(["models/default", "models/model-one/model-one.onnx", "models/model-one/model.json", "voices/af_one.bin"], _store.Files());
        foreach (var skipped in new[] { "broken.onnx is cut off", "af_short.bin has 1000 bytes instead of 522240", "config.json is neither a model" })
            Assert.Contains(added.ErrorLines, line => line.StartsWith("skipped: ", StringComparison.Ordinal) && line.Contains(skipped, StringComparison.Ordinal));
        Assert.Contains("model-one speaks from the next start on", added.Error, StringComparison.Ordinal);
        Assert.Contains("by af_one of model-one", spoken.Error, StringComparison.Ordinal);
        Assert.Contains("by am_aster of starter voice", starter.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_a_model_without_voices_says_how_to_get_them_and_speak_says_it_again()
    {
        await WriteAsync("there/one.onnx", Model);

        var added = await _store.RunAsync("model", "add", _store["there/one.onnx"]);
        var again = await _store.RunAsync("model", "add", _store["there/one.onnx"]);
        var spoken = await _store.RunAsync("speak", "Hi.", "-o", _store["hi.wav"]);

        Assert.Equal((ExitCode.Done, ExitCode.Done), (added.ExitCode, again.ExitCode));
        Assert.Contains("kokoro model pull voices-v1.0", added.Error, StringComparison.Ordinal);
        Assert.Contains("model one is here already", again.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Installation, spoken.ExitCode);
        Assert.Contains("kokoro model pull voices-v1.0", Assert.Single(spoken.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "kokoro model pull voices-v1.0")]
    [InlineData("af_short.bin", "af_short.bin has 1000 bytes instead of 522240")]
    public async Task Doctor_misses_the_voices_of_a_model_that_has_none_which_speaks(string? voice, string expected)
    {
        await WriteAsync("there/one.onnx", Model);
        await _store.RunAsync("model", "add", _store["there/one.onnx"]);
        if (voice is not null)
            await File.WriteAllBytesAsync(Path.Combine(_store.Home, "voices", voice), new byte[1000]);

        var ended = await _store.RunAsync("doctor");

        Assert.Equal(ExitCode.Installation, ended.ExitCode);
        Assert.Matches($"MISSING +voices .*{expected}", Encoding.UTF8.GetString(ended.Output).ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task Doctor_names_the_voice_files_that_cannot_be_read()
    {
        Directory.CreateDirectory(Path.Combine(_store.Home, "voices"));
        await File.WriteAllBytesAsync(Path.Combine(_store.Home, "voices", "more.npz"), "PK\u0003\u0004 and no more"u8.ToArray());

        var ended = await _store.RunAsync("doctor");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Contains("more.npz", Assert.Single(ended.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("speak", "Hi.", "-o", "-")]
    public async Task A_choice_that_cannot_be_read_is_said_with_how_to_make_another(params string[] command)
    {
        // Can be opened, and not read from its beginning, whoever reads it.
        Directory.CreateDirectory(Path.Combine(_store.Home, "models"));
        File.CreateSymbolicLink(Path.Combine(_store.Home, "models", "default"), "/proc/self/mem");

        var ended = await _store.RunAsync(command);

        Assert.Equal(ExitCode.Installation, ended.ExitCode);
        Assert.Matches("which model speaks cannot be read .*kokoro model use NAME", (Encoding.UTF8.GetString(ended.Output) + ended.Error).ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_signal_while_serve_prepares_its_model_is_an_orderly_end()
    {
        await WriteAsync("there/one.onnx", Model);
        await WriteAsync("there/af_one.bin", GeneratedPack.Bytes());
        await _store.RunAsync("model", "add", _store["there"]);
        var folder = Path.Combine(_store.Home, "models", "one");
        Directory.Delete(Path.Combine(folder, "prepared"), recursive: true);

        // Nobody writes into the pipe: who prepares the model waits for its first byte.
        File.Delete(Path.Combine(folder, "one.onnx"));
        using (var pipe = Process.Start("mkfifo", [Path.Combine(folder, "one.onnx")]))
            await pipe.WaitForExitAsync();
        using var server = KokoroProcess.StartGroup(_store.Environment, "serve", "--port", "0");
        Assert.Contains("preparing one", await server.StandardError.ReadLineAsync(), StringComparison.Ordinal);

        ProcessTree.Signal(server.Id, "TERM");
        await server.WaitForExitAsync();

        Assert.Equal(ExitCode.Done, server.ExitCode);
        Assert.Empty(await server.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Use_and_remove_choose_who_speaks_next()
    {
        await WriteAsync("there/one.onnx", Model);
        await WriteAsync("there/two.onnx", new TinyKokoro { KnownIds = 178, Gain = 0.002f }.ToModel());
        await WriteAsync("there/af_one.bin", GeneratedPack.Bytes());
        await _store.RunAsync("model", "add", _store["there"]);

        var used = await _store.RunAsync("model", "use", "two");
        var spoken = await _store.RunAsync("speak", "Hi.", "-o", _store["hi.wav"]);
        var mistyped = await _store.RunAsync("model", "use", "too");
        var removed = await _store.RunAsync("model", "remove", "two");
        var listed = await _store.RunAsync("model", "list");
        await _store.RunAsync("model", "remove", "af_one");

        Assert.Contains("a server that is running goes on with what it has", used.Error, StringComparison.Ordinal);
        Assert.Contains("by af_one of two", spoken.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, mistyped.ExitCode);
        Assert.Contains("did you mean 'two'?", mistyped.Error, StringComparison.Ordinal);
        Assert.Contains("the starter voice speaks from the next start on", removed.Error, StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString(listed.Output).Split('\n');
        Assert.Matches("^starter +default +Apache-2.0 ", lines[1]);
        Assert.Matches("^one +here", lines[2]);
        Assert.Contains(lines, line => line.StartsWith("kokoro-v1.0 ", StringComparison.Ordinal) && line.Contains("326 MB", StringComparison.Ordinal));
        Assert.Equal(["models/one/model.json", "models/one/one.onnx"], _store.Files());
    }

    [Fact]
    public async Task Add_prepares_the_model_and_a_prepared_form_that_is_spoilt_is_made_again()
    {
        await WriteAsync("there/one.onnx", new TinyKokoro { KnownIds = 1000, Gain = 0.001f }.ToModel());
        await WriteAsync("there/af_one.bin", GeneratedPack.Bytes());

        var added = await _store.RunAsync("model", "add", _store["there"]);
        var first = await _store.RunAsync("speak", "Hi.", "-o", _store["first.wav"]);
        var weights = Assert.Single(_store.PreparedFiles("one"), file => file.EndsWith("weights.bin", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(weights, new byte[new FileInfo(weights).Length]);
        var spoilt = await _store.RunAsync("speak", "Hi.", "-o", _store["spoilt.wav"]);
        var again = await _store.RunAsync("speak", "Hi.", "-o", _store["again.wav"]);

        Assert.Contains("preparing one for this machine (once)", added.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("preparing", first.Error + spoilt.Error, StringComparison.Ordinal);
        Assert.Contains("preparing one for this machine (once)", again.Error, StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(_store["first.wav"]), await File.ReadAllBytesAsync(_store["again.wav"]));
        Assert.Equal(await File.ReadAllBytesAsync(_store["first.wav"]), await File.ReadAllBytesAsync(_store["spoilt.wav"]));
    }

    [Fact]
    public async Task Prepare_tries_a_form_again_that_was_of_no_use()
    {
        await WriteAsync("there/one.onnx", Model);
        await _store.RunAsync("model", "add", _store["there"]);
        var about = Assert.Single(_store.PreparedFiles("one"), file => file.EndsWith("prepared.json", StringComparison.Ordinal));
        var good = await File.ReadAllTextAsync(about);
        var hash = JsonDocument.Parse(good).RootElement.GetProperty("sourceSha256").GetString();
        await File.WriteAllTextAsync(about, $$"""{"sourceSha256":"{{hash}}","files":[],"isTried":true}""");

        var once = await _store.RunAsync("model", "prepare", "one", "--once");
        var again = await _store.RunAsync("model", "prepare", "one");
        var afterwards = await _store.RunAsync("model", "prepare", "one");

        Assert.DoesNotContain("preparing", once.Error + afterwards.Error, StringComparison.Ordinal);
        Assert.Contains("preparing one for this machine (once)", again.Error, StringComparison.Ordinal);
        Assert.Equal(good, await File.ReadAllTextAsync(about));
    }

    [Fact]
    public async Task Serve_speaks_with_the_default_model_and_has_it_prepared_without_native_code_in_the_server()
    {
        await WriteAsync("there/one.onnx", new TinyKokoro { KnownIds = 1000, Gain = 0.001f }.ToModel());
        await WriteAsync("there/af_one.bin", GeneratedPack.Bytes());
        await _store.RunAsync("model", "add", _store["there"]);
        Directory.Delete(Path.Combine(_store.Home, "models", "one", "prepared"), recursive: true);

        await using var server = await ServerProcess.StartAsync(_store.Environment);
        using var spoken = await server.Client.PostAsync("/speak", new StringContent("""{"text":"Hi."}""", Encoding.UTF8, "application/json"));
        var maps = await File.ReadAllTextAsync($"/proc/{server.Id}/maps");
        server.Signal("TERM");
        var (exitCode, error) = await server.EndAsync();

        Assert.Equal((System.Net.HttpStatusCode.OK, ExitCode.Done), (spoken.StatusCode, exitCode));
        Assert.Contains("preparing one for this machine (once)", error, StringComparison.Ordinal);
        Assert.Contains("speaking with one", error, StringComparison.Ordinal);
        Assert.NotEmpty(_store.PreparedFiles("one"));
        Assert.DoesNotContain("onnxruntime.so", maps, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Verify_names_what_is_no_longer_what_it_was_and_how_to_mend_it()
    {
        await WriteAsync("there/one.onnx", Model);
        await WriteAsync("there/af_one.bin", GeneratedPack.Bytes());
        await _store.RunAsync("model", "add", _store["there"]);
        var good = await _store.RunAsync("model", "verify");

        byte[] other = [.. Model];
        other[^1] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(_store.Home, "models", "one", "one.onnx"), other);
        var damaged = await _store.RunAsync("model", "verify");

        Assert.Equal((ExitCode.Done, ExitCode.Installation), (good.ExitCode, damaged.ExitCode));
        var line = Assert.Single(damaged.ErrorLines);
        Assert.Contains("one.onnx has SHA-256", line, StringComparison.Ordinal);
        Assert.Contains("kokoro model remove one, then kokoro model add PATH", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_of_a_model_that_is_made_to_exhaust_the_stack_is_refused_as_any_bad_model()
    {
        await WriteAsync("there/deep.onnx", OnnxWeightFilesTests.Nested(50_000));

        var refused = await _store.RunAsync("model", "add", _store["there/deep.onnx"]);

        Assert.Equal(ExitCode.Installation, refused.ExitCode);
        Assert.Contains("deep.onnx is nested more than 100 deep", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model", "add", "nowhere")]
    [InlineData("model", "pull", "kokoro-v9")]
    [InlineData("model", "remove", "starter")]
    [InlineData("speak", "Hi.", "-o", "-", "--model", "nobody")]
    public async Task What_is_not_there_is_one_line_and_the_store_stays_as_it_was(params string[] arguments)
    {
        var refused = await _store.RunAsync(arguments);

        Assert.NotEqual(ExitCode.Done, refused.ExitCode);
        Assert.NotEqual(ExitCode.Bug, refused.ExitCode);
        Assert.Single(refused.ErrorLines);
        Assert.Empty(_store.Files());
    }

    private async Task WriteAsync(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_store[name])!);
        await File.WriteAllBytesAsync(_store[name], content);
    }
}

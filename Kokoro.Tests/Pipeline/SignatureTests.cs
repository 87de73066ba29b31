using Kokoro.Host.Cli;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Tests.Cli;
using Kokoro.Tests.TinyOnnx;
using Kokoro.Tests.Voices;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.Pipeline;

/// <summary>Every published export's inputs and outputs, from a text to a WAV file. The models are small; that they are found and fed rightly is what is tested.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Published => [.. Models.Keys];

    private static Dictionary<string, TinyKokoro> Models { get; } = new()
    {
        ["kokoro-onnx v1.0"] = new() { Ids = "tokens", Audio = "audio", AudioShape = ["samples"], Durations = null },
        ["kokoro-onnx v1.1"] = new() { Durations = "duration", Metadata = [("config", """{"n_token":178}""")] },
        ["onnx-community"] = new() { Durations = null },
        ["onnx-community timestamped"] = new() { DurationsType = TensorElementType.Float },
        ["KokoroSharp"] = new() { Ids = "tokens", Audio = "audio", AudioShape = ["samples"] },
        ["sherpa-onnx"] = new() { Ids = "tokens", Audio = "audio", AudioShape = ["samples"], Durations = null, Metadata = [("sample_rate", "24000"), ("version", "2"), ("n_speakers", "53"), ("style_dim", "510,1,256")] },
        ["hexgrad export, whole speeds"] = new() { SpeedType = TensorElementType.Int32, Durations = "duration" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Published))]
    public async Task A_text_becomes_a_wav_with_word_times(string name)
    {
        var tiny = Models[name] with { KnownIds = 178, Gain = 0.001f };
        await File.WriteAllBytesAsync(_folder["model.onnx"], tiny.ToModel());
        await File.WriteAllBytesAsync(_folder["af_tiny.bin"], GeneratedPack.Bytes());
        await using var speaker = Speaker.Start(SpeakerChoice.Starter with { Voice = _folder["af_tiny.bin"], Model = ChosenModel.Of(_folder["model.onnx"]) });
        var pipeline = await speaker.OpenAsync(speed: 1, CancellationToken.None);

        var runs = new List<PcmRun>();
        await using (var wav = WavFile.Create(_folder["out.wav"]))
        {
            await foreach (var run in pipeline.SpeakAsync(TextCutter.Cut("Hi, you.", speaker.Language), CancellationToken.None))
            {
                runs.Add(run);
                await wav.AppendAsync(run, CancellationToken.None);
            }

            await wav.CompleteAsync(CancellationToken.None);
        }

        var samples = WavContent.Exact(await File.ReadAllBytesAsync(_folder["out.wav"]));
        Assert.Equal(runs.Sum(run => run.Samples.Length), samples.Length);
        Assert.True(samples.Max() > 100, "the file is silent");
        Assert.Equal(2, runs.Sum(run => run.Words.Length));
        Assert.All(runs, run => Assert.Equal(tiny.Durations is null, run.IsEstimated));
        Assert.False(runs.Any(run => run.DurationsDropped), "durations were there and not understood");
    }
}

using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.RunsToPcm;

public sealed class SpeechModelLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_file_isInspected()
    {
        using var model = SpeechModelLoader.Open(Write("tokens.onnx", new TinyKokoro { Ids = "tokens", Durations = "duration" }.ToModel()));
        Assert.Equal(new ModelSignature("tokens", "style", "speed", false, "waveform", "duration"), model.Signature);
    }

    [Fact]
    public void Open_severalThreads_speaksTheSame()
    {
        using var model = SpeechModelLoader.Open(new TinyKokoro().ToModel(), "tiny", threads: 2);
        Assert.Equal(3 * 600, model.Run([0, 0, 0], new float[256], 1, CancellationToken.None).Samples.Length);
    }

    [Fact]
    public void Open_noThreads_isRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SpeechModelLoader.Open(new TinyKokoro().ToModel(), "tiny", threads: 0));

    [Fact]
    public void Open_missingFile_isNamed()
    {
        var refused = Refused(_folder["no.onnx"], SpeechErrorCode.ModelMissing);
        Assert.Contains("does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_folder_isNamed()
    {
        var refused = Refused(_folder.Path, SpeechErrorCode.ModelMissing);
        Assert.Contains("is a folder", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_emptyFile_isCorrupt() =>
        Assert.Contains("is empty", Refused(Write("empty.onnx", []), SpeechErrorCode.ModelCorrupt).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_garbage_isCorrupt()
    {
        var refused = Refused(Write("page.onnx", "<!doctype html>\n<title>404</title>"u8.ToArray()), SpeechErrorCode.ModelCorrupt);
        Assert.Contains("is not an ONNX model", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void Open_truncatedFile_isCorrupt(double kept)
    {
        var model = new TinyKokoro().ToModel();
        var refused = Refused(Write("cut.onnx", model[..(int)(model.Length * kept)]), SpeechErrorCode.ModelCorrupt);
        Assert.Contains("is cut off", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_brokenInside_isCorruptAndSaysWhatTheRuntimeSaid()
    {
        var model = new TinyGraph().Node("NoSuchOperation", ["a"], ["b"]).Input("a", TensorElementType.Float, 1)
            .Output("b", TensorElementType.Float, 1).ToModel();
        var refused = Refused(Write("broken.onnx", model), SpeechErrorCode.ModelCorrupt);
        Assert.Contains("NoSuchOperation", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_modelOfOtherInputs_isCorruptAndSaysWhichAreWanted()
    {
        var refused = Refused(Write("mask.onnx", new TinyKokoro { ExtraInput = "attention_mask" }.ToModel()), SpeechErrorCode.ModelCorrupt);
        Assert.Contains("'attention_mask'", refused.Message, StringComparison.Ordinal);
        Assert.Contains(ModelSignature.Wanted, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_modelOfShorterStyles_isCorrupt() =>
        Refused(Write("style.onnx", new TinyKokoro { StyleLength = 128 }.ToModel()), SpeechErrorCode.ModelCorrupt);

    [Fact]
    public void Open_bytesThatAreNoModel_areNamedAsTheCallerSays()
    {
        var refused = Assert.Throws<SpeechException>(() => SpeechModelLoader.Open([1], "the starter voice"));
        Assert.Equal(SpeechErrorCode.ModelCorrupt, refused.Code);
        Assert.Contains("the starter voice", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_providerThatTheLibraryLacks_isRefused()
    {
        if (EngineProviders.Usable(InferenceLibrary.Providers).Contains(EngineProvider.CoreMl))
        {
            using var model = SpeechModelLoader.Open(new TinyKokoro().ToModel(), "tiny", EngineProvider.CoreMl);
            return;
        }

        var refused = Assert.Throws<SpeechException>(
            () => SpeechModelLoader.Open(new TinyKokoro().ToModel(), "tiny", EngineProvider.CoreMl));
        Assert.Equal(SpeechErrorCode.ProviderUnavailable, refused.Code);
        Assert.Contains("CPUExecutionProvider", refused.Message, StringComparison.Ordinal);
    }

    private static SpeechException Refused(string path, SpeechErrorCode code)
    {
        var refused = Assert.Throws<SpeechException>(() => SpeechModelLoader.Open(path));
        Assert.Equal(code, refused.Code);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        return refused;
    }

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder[name], bytes);
        return _folder[name];
    }
}

using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Compat.OnnxRuntime;

public sealed class SessionOptionsTests : IDisposable
{
    private readonly SessionOptions _options = new();

    public void Dispose() => _options.Dispose();

    [Fact]
    public void Properties_unset_areTheLibrarysDefaults()
    {
        Assert.Equal(0, _options.IntraOpNumThreads);
        Assert.Equal(0, _options.InterOpNumThreads);
        Assert.True(_options.EnableMemoryPattern);
        Assert.Equal(ExecutionMode.ORT_SEQUENTIAL, _options.ExecutionMode);
        Assert.Equal(GraphOptimizationLevel.ORT_ENABLE_ALL, _options.GraphOptimizationLevel);
        Assert.Equal(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, _options.LogSeverityLevel);
    }

    [Fact]
    public void Properties_set_areKeptAndTaken()
    {
        _options.IntraOpNumThreads = 2;
        _options.InterOpNumThreads = 3;
        _options.EnableMemoryPattern = false;
        _options.EnableMemoryPattern = true;
        _options.ExecutionMode = ExecutionMode.ORT_PARALLEL;
        _options.GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC;
        _options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;

        Assert.Equal(2, _options.IntraOpNumThreads);
        Assert.Equal(3, _options.InterOpNumThreads);
        Assert.True(_options.EnableMemoryPattern);
        Assert.Equal(ExecutionMode.ORT_PARALLEL, _options.ExecutionMode);
        Assert.Equal(GraphOptimizationLevel.ORT_ENABLE_BASIC, _options.GraphOptimizationLevel);
        Assert.Equal(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, _options.LogSeverityLevel);
        using var session = new InferenceSession(new TinyKokoro().ToModel(), _options);
    }

    [Fact]
    public void OptimizedModelFilePath_isWhereTheModelIsWritten()
    {
        var folder = Directory.CreateTempSubdirectory("kokoro-test-");
        var path = Path.Combine(folder.FullName, "optimised ü.onnx");
        _options.OptimizedModelFilePath = path;
        Assert.Equal(path, _options.OptimizedModelFilePath);

        using (new InferenceSession(new TinyKokoro().ToModel(), _options))
        {
        }

        using (var defaults = new SessionOptions())
        using (new InferenceSession(path, defaults))
        {
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public void GraphOptimizationLevel_unknown_isRefused() =>
        Assert.Throws<OnnxRuntimeException>(() => _options.GraphOptimizationLevel = (GraphOptimizationLevel)1234);

    [Fact]
    public void ExecutionMode_unknown_isRefused() =>
        Assert.Throws<OnnxRuntimeException>(() => _options.ExecutionMode = (ExecutionMode)1234);

    [Fact]
    public void AddSessionConfigEntry_isHeeded()
    {
        var model = new TinyKokoro().ToModel();
        using (new InferenceSession(model, _options))
        {
        }

        _options.AddSessionConfigEntry("session.load_model_format", "ORT");
        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(model, _options));
    }

    [Fact]
    public void AppendExecutionProvider_thatTheLibraryLacks_isRefused()
    {
        if (OrtEnv.Instance().GetAvailableProviders().Contains("CoreMLExecutionProvider"))
            _options.AppendExecutionProvider("CoreML", new Dictionary<string, string> { ["ModelFormat"] = "MLProgram" });
        else
            Assert.Throws<OnnxRuntimeException>(() => _options.AppendExecutionProvider("CoreML"));
    }

    [Fact]
    public void AppendExecutionProvider_withOptions_isTaken()
    {
        if (OrtEnv.Instance().GetAvailableProviders().Contains("XnnpackExecutionProvider"))
            _options.AppendExecutionProvider("XNNPACK", new Dictionary<string, string> { ["intra_op_num_threads"] = "1" });
        else
            Assert.Throws<OnnxRuntimeException>(() => _options.AppendExecutionProvider("XNNPACK", new() { ["a"] = "b" }));
    }
}

using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime;

namespace Kokoro.Tests.Compat.OnnxRuntime;

public sealed class RunOptionsTests : IDisposable
{
    private readonly SessionOptions _sessionOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly RunOptions _options = new();

    public void Dispose()
    {
        _options.Dispose();
        _sessionOptions.Dispose();
    }

    [Fact]
    public void Terminate_setBefore_endsTheRunAndTakenBackLetsTheNextOneThrough()
    {
        using var session = new InferenceSession(new TinyKokoro().ToModel(), _sessionOptions);
        _options.Terminate = true;
        Assert.True(_options.Terminate);
        Assert.Throws<OnnxRuntimeException>(() => Run(session));

        _options.Terminate = false;
        Assert.False(_options.Terminate);
        using var outputs = Run(session);
        Assert.Equal(4 * 600, outputs[0].GetTensorDataAsSpan<float>().Length);
    }

    [Fact]
    public async Task Terminate_setDuringARun_endsIt()
    {
        using var session = new InferenceSession(TinyKokoro.Endless(), _sessionOptions);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = Task.Run(() =>
        {
            started.SetResult();
            Run(session).Dispose();
        });
        await started.Task;
        await Assert.ThrowsAsync<TimeoutException>(() => run.WaitAsync(TimeSpan.FromMilliseconds(50)));

        _options.Terminate = true;

        var ended = await Assert.ThrowsAsync<OnnxRuntimeException>(() => run.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("terminate", ended.Message, StringComparison.OrdinalIgnoreCase);
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session)
    {
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([0, 1, 0], [1, 3]);
        using var style = OrtValue.CreateTensorValueFromMemory(new float[256], [1, 256]);
        using var speed = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        return session.Run(_options, ["input_ids", "style", "speed"], [ids, style, speed], ["waveform"]);
    }
}

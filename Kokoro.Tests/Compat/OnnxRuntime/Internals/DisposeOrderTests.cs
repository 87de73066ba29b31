using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Interop;

namespace Kokoro.Tests.Compat.OnnxRuntime.Internals;

/// <summary>The wrong order of disposing, which the package itself does not promise to survive.</summary>
public class DisposeOrderTests
{
    [Fact]
    public void Session_beforeItsOutputs_leavesThemReadable()
    {
        var session = Open(new TinyKokoro().ToModel());
        var outputs = Run(session, 0.5f);
        session.Dispose();
        GC.Collect();

        Assert.All(outputs[0].GetTensorDataAsSpan<float>().ToArray(), sample => Assert.Equal(0.5f, sample));
        outputs.Dispose();
        outputs.Dispose();
    }

    [Fact]
    public async Task Session_whileItRuns_isReleasedAfterwards()
    {
        using var quiet = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        var session = new InferenceSession(TinyKokoro.Endless(), quiet);
        using var options = new RunOptions();
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([0, 1, 0], [1, 3]);
        using var style = OrtValue.CreateTensorValueFromMemory(new float[256], [1, 256]);
        using var speed = new DisposingInput(session);

        // The inputs are enumerated inside of Run, after it has taken its hold on the session.
        var run = Task.Run(() => session.Run(options, ["input_ids", "style", "speed"], speed.And(ids, style), ["waveform"]));
        await speed.Disposed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(session.Handle.IsClosed, "the run holds it");
        options.Terminate = true;
        await Assert.ThrowsAsync<OnnxRuntimeException>(() => run.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.True(session.Handle.IsClosed, "nobody holds it any more");
        Assert.Throws<ObjectDisposedException>(() => Run(session, 1));
    }

    [Fact]
    public void Environment_beforeASession_leavesItUsable()
    {
        var environment = OrtEnv.Create();
        using var options = new SessionOptions();
        var session = SessionHandle.Open(environment, new TinyKokoro().ToModel(), options);
        environment.Dispose();
        Assert.False(environment.IsClosed, "the session holds it");

        using (var lease = new Lease(session))
            Assert.Equal(3, NodeReader.Inputs(lease.Pointer).Count);
        session.Dispose();
        Assert.True(environment.IsClosed, "nobody holds it any more");
    }

    [Fact]
    public void Environment_disposed_makesNoSession()
    {
        var environment = OrtEnv.Create();
        environment.Dispose();
        using var options = new SessionOptions();
        Assert.Throws<ObjectDisposedException>(() => SessionHandle.Open(environment, new TinyKokoro().ToModel(), options));
    }

    [Fact]
    public void Value_disposed_isNotRead()
    {
        var value = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        value.Dispose();
        Assert.Throws<ObjectDisposedException>(() => value.GetTensorDataAsSpan<float>().Length);
    }

    [Fact]
    public void RunOptions_disposed_areNotSet()
    {
        var options = new RunOptions();
        options.Dispose();
        Assert.Throws<ObjectDisposedException>(() => options.Terminate = true);
    }

    private static InferenceSession Open(byte[] model)
    {
        using var options = new SessionOptions();
        return new InferenceSession(model, options);
    }

    private static IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, float level)
    {
        using var ids = OrtValue.CreateTensorValueFromMemory<long>([0, 1, 0], [1, 3]);
        using var style = OrtValue.CreateTensorValueFromMemory(Enumerable.Repeat(level, 256).ToArray(), [1, 256]);
        using var speed = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        using var options = new RunOptions();
        return session.Run(options, ["input_ids", "style", "speed"], [ids, style, speed], ["waveform"]);
    }
}

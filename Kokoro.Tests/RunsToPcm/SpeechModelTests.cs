using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kokoro.Tests.RunsToPcm;

public class SpeechModelTests
{
    private static readonly long[] Ids = [0, 4, 2, 0];

    [Fact]
    public void Run_modelWithDurations_givesThemAndTheSamples()
    {
        using var model = Open(new TinyKokoro());
        var output = model.Run(Ids, Style(0.25f), 2, CancellationToken.None);

        Assert.Equal([1, 5, 3, 1], output.Durations!);
        Assert.False(output.DurationsDropped);
        Assert.Equal(10 * 600, output.Samples.Length);
        Assert.All(output.Samples, sample => Assert.Equal(0.5f, sample, 1e-6f));
    }

    [Fact]
    public void Run_modelOfTheOtherNames_givesSamplesWithoutDurations()
    {
        using var model = Open(new TinyKokoro { Ids = "tokens", Audio = "audio", AudioShape = ["samples"], Durations = null });
        var output = model.Run(Ids, Style(0.5f), 1, CancellationToken.None);

        Assert.Null(output.Durations);
        Assert.False(output.DurationsDropped);
        Assert.Equal(10 * 600, output.Samples.Length);
    }

    [Theory]
    [InlineData(TensorElementType.Float)]
    [InlineData(TensorElementType.Float16)]
    [InlineData(TensorElementType.Double)]
    [InlineData(TensorElementType.Int8)]
    [InlineData(TensorElementType.Int16)]
    [InlineData(TensorElementType.Int32)]
    [InlineData(TensorElementType.UInt8)]
    [InlineData(TensorElementType.UInt16)]
    [InlineData(TensorElementType.UInt32)]
    [InlineData(TensorElementType.UInt64)]
    public void Run_durationsOfAnyNumberType_areWholeFrames(TensorElementType type)
    {
        using var model = Open(new TinyKokoro { Durations = "duration", DurationsType = type });
        Assert.Equal([1, 5, 3, 1], model.Run(Ids, Style(1), 1, CancellationToken.None).Durations!);
    }

    [Fact]
    public void Run_durationsThatDoNotAddUp_areDroppedAndSaidSo()
    {
        using var model = Open(new TinyKokoro { SamplesPerFrame = 599 });
        var output = model.Run(Ids, Style(1), 1, CancellationToken.None);

        Assert.Null(output.Durations);
        Assert.True(output.DurationsDropped);
        Assert.Equal(10 * 599, output.Samples.Length);
    }

    [Fact]
    public void Run_modelOfWholeSpeeds_takesThemAndRefusesOthers()
    {
        using var model = Open(new TinyKokoro { SpeedType = TensorElementType.Int32 });

        Assert.Equal(0.75f, model.Run(Ids, Style(0.25f), 3, CancellationToken.None).Samples[0], 1e-6f);
        var refused = Assert.Throws<SpeechException>(() => model.Run(Ids, Style(0.25f), 1.5f, CancellationToken.None));
        Assert.Equal(SpeechErrorCode.SpeedOutOfRange, refused.Code);
        Assert.Contains("whole speeds only", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.24f)]
    [InlineData(4.01f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1f)]
    public void Run_speedOutOfRange_isRefused(float speed)
    {
        using var model = Open(new TinyKokoro());
        var refused = Assert.Throws<SpeechException>(() => model.Run(Ids, Style(1), speed, CancellationToken.None));
        Assert.Equal(SpeechErrorCode.SpeedOutOfRange, refused.Code);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(513)]
    public void Run_tooFewOrTooManyIds_areRefused(int count)
    {
        using var model = Open(new TinyKokoro());
        Assert.Throws<ArgumentException>(() => model.Run(new long[count], Style(1), 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(512)]
    public void Run_fewestAndMostIds_areSpoken(int count)
    {
        using var model = Open(new TinyKokoro());
        Assert.Equal(count * 600, model.Run(new long[count], Style(1), 1, CancellationToken.None).Samples.Length);
    }

    [Fact]
    public void Run_styleOfAnotherLength_isRefused()
    {
        using var model = Open(new TinyKokoro());
        Assert.Throws<ArgumentException>(() => model.Run(Ids, new float[255], 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Run_samplesThatAreNotFinite_areRefusedAndTheNextRunIsFine(float level)
    {
        using var model = Open(new TinyKokoro());
        var failed = Assert.Throws<SpeechException>(() => model.Run(Ids, Style(level), 1, CancellationToken.None));
        Assert.Equal(SpeechErrorCode.EngineFailed, failed.Code);
        Assert.Contains("not finite", failed.Message, StringComparison.Ordinal);

        Assert.Equal(10 * 600, model.Run(Ids, Style(1), 1, CancellationToken.None).Samples.Length);
    }

    [Fact]
    public void Run_thatFailsInside_isNamedOnOneLineAndTheNextRunIsFine()
    {
        using var model = Open(new TinyKokoro());
        var failed = Assert.Throws<SpeechException>(() => model.Run([0, TinyKokoro.FirstBadId, 0], Style(1), 1, CancellationToken.None));
        Assert.Equal(SpeechErrorCode.EngineFailed, failed.Code);
        Assert.Contains("run of 3 ids", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failed.Message);
        Assert.IsType<OnnxRuntimeException>(failed.InnerException);

        Assert.Equal(10 * 600, model.Run(Ids, Style(1), 1, CancellationToken.None).Samples.Length);
    }

    [Fact]
    public void Run_byManyThreadsAtOnce_givesEachItsOwn()
    {
        using var model = Open(new TinyKokoro());
        Parallel.For(1, 60, id =>
        {
            var output = model.Run([0, id, 0], Style(id), 1, CancellationToken.None);
            Assert.Equal((id + 3) * 600, output.Samples.Length);
            Assert.Equal(id, output.Samples[^1], 1e-3f);
        });
    }

    [Fact]
    public void Run_cancelledBefore_doesNotStart()
    {
        using var model = SpeechModelLoader.Open(TinyKokoro.Endless(), "endless");
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var cancelled = Assert.Throws<OperationCanceledException>(() => model.Run(Ids, Style(1), 1, cancellation.Token));
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
    }

    [Fact]
    public async Task Run_cancelledMeanwhile_endsWithTheCallersToken()
    {
        using var model = SpeechModelLoader.Open(TinyKokoro.Endless(), "endless");
        using var cancellation = new CancellationTokenSource();
        var run = Task.Run(() => model.Run(Ids, Style(1), 1, cancellation.Token));

        // It does not end by itself, and a later cancel reaches it inside the library.
        await Assert.ThrowsAsync<TimeoutException>(() => run.WaitAsync(TimeSpan.FromMilliseconds(100)));
        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
    }

    [Fact]
    public void Run_tokenCancelledAfterwards_touchesNothing()
    {
        using var model = Open(new TinyKokoro());
        using var cancellation = new CancellationTokenSource();
        model.Run(Ids, Style(1), 1, cancellation.Token);

        cancellation.Cancel();

        Assert.Equal(10 * 600, model.Run(Ids, Style(1), 1, CancellationToken.None).Samples.Length);
    }

    private static SpeechModel Open(TinyKokoro model) => SpeechModelLoader.Open(model.ToModel(), "tiny");

    private static float[] Style(float level) => [.. Enumerable.Repeat(level, 256)];
}

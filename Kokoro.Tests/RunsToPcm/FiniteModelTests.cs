using Kokoro.Synthesis;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Tests.TinyOnnx;

namespace Kokoro.Tests.RunsToPcm;

public sealed class FiniteModelTests
{
    /// <summary>At four times the speed its samples are infinite.</summary>
    private static readonly float[] Style = [.. Enumerable.Repeat(float.MaxValue / 256, 256)];

    [Fact]
    public void Samples_that_are_not_finite_are_asked_for_once_more_of_one_thread()
    {
        var opened = 0;
        using var model = new FiniteModel(Open(gain: 1e10f), () =>
        {
            opened++;
            return Open(gain: 1e-30f);
        });

        for (var run = 0; run < 2; run++)
            Assert.All(model.Run([0, 1, 0], Style, 4, CancellationToken.None).Samples, sample => Assert.True(float.IsFinite(sample)));

        Assert.Equal(1, opened);
    }

    [Fact]
    public void Samples_that_are_not_finite_again_are_an_error()
    {
        using var model = new FiniteModel(Open(gain: 1e10f), () => Open(gain: 1e10f));

        var failed = Assert.Throws<SpeechException>(() => model.Run([0, 1, 0], Style, 4, CancellationToken.None));

        Assert.Equal(SpeechErrorCode.EngineFailed, failed.Code);
        Assert.Contains("not finite", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_that_are_finite_are_asked_for_once()
    {
        using var model = new FiniteModel(Open(gain: 1), () => throw new InvalidOperationException("a second session"));

        Assert.Equal(2400, model.Run([0, 1, 0], new float[256], 1, CancellationToken.None).Samples.Length);
    }

    private static SpeechModel Open(float gain) => SpeechModelLoader.Open(new TinyKokoro { Gain = gain }.ToModel(), "tiny");
}

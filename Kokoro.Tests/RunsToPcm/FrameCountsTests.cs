using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.RunsToPcm;

public class FrameCountsTests
{
    [Fact]
    public void Whole_thatAddUp_areRounded() => Assert.Equal([2, 3, 0], FrameCounts.Whole([1.999, 3.2, 0], 3, 5 * 600)!);

    [Theory]
    [InlineData(5 * 600, 2.0, 3.0)]
    [InlineData(5 * 600, 2.0, 3.0, 0.0, 0.0)]
    [InlineData(6 * 600, 2.0, 3.0, 0.0)]
    [InlineData((5 * 600) - 1, 2.0, 3.0, 0.0)]
    [InlineData(5 * 600, -1.0, 6.0, 0.0)]
    [InlineData(5 * 600, double.NaN, 5.0, 0.0)]
    [InlineData(5 * 600, double.PositiveInfinity, 5.0, 0.0)]
    [InlineData(5 * 600, 1e300, 5.0, 0.0)]
    public void Whole_thatCannotBeTrusted_areNone(int samples, params double[] durations) =>
        Assert.Null(FrameCounts.Whole(durations, ids: 3, samples));
}

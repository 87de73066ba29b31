using Kokoro.Synthesis.Models.StarterModel;

namespace Kokoro.Tests.Models.StarterModel;

public class InterpolationTests
{
    [Theory]
    [InlineData(-1, 10)]
    [InlineData(0, 10)]
    [InlineData(1, 15)]
    [InlineData(2, 20)]
    [InlineData(3, 0)]
    [InlineData(9, 0)]
    public void Interpolation_is_straight_between_points_and_level_outside(double x, double expected) =>
        Assert.Equal(expected, Interpolation.At([[0, 10], [2, 20], [3, 0]], x));
}

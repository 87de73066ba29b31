using Kokoro.Bench.Standin;

namespace Kokoro.Tests.Bench.Standin;

public class FourierTransformTests
{
    [Fact]
    public void Window_sums_are_level_from_where_four_frames_overlap()
    {
        var sums = FourierTransform.WindowSums();

        Assert.All(sums[15..], sum => Assert.Equal(1.5, sum, 1e-9));
        Assert.All(sums[..15], sum => Assert.InRange(sum, 0, 1.5));
    }

    [Fact]
    public void Inverse_of_the_lowest_bin_is_the_window()
    {
        var row = FourierTransform.Inverse()[..FourierTransform.Length];

        var share = FourierTransform.Length * (FourierTransform.Length / FourierTransform.Hop);
        Assert.All(row.Zip(FourierTransform.Window), pair => Assert.Equal(pair.Second / share, pair.First, 1e-12));
    }
}

using Kokoro.Bench.Standin;

namespace Kokoro.Tests.Bench.Standin;

public class RandomNormalTests
{
    private const int Count = 100_000;

    [Fact]
    public void Numbers_have_mean_0_and_variance_1()
    {
        var random = RandomNormal.For("weight", seed: 82);
        var numbers = Enumerable.Range(0, Count).Select(_ => (double)random.Next()).ToArray();

        // Six standard errors.
        Assert.Equal(0, numbers.Average(), 6 / Math.Sqrt(Count));
        Assert.Equal(1, numbers.Average(number => number * number), 6 * Math.Sqrt(2.0 / Count));
    }

    [Fact]
    public void Numbers_are_the_same_on_every_machine()
    {
        var random = RandomNormal.For("weight", seed: 82);

        Assert.Equal([-1084117431, -1080743068, 1033083499], new[] { random.Next(), random.Next(), random.Next() }.Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void Other_names_draw_other_numbers() =>
        Assert.NotEqual(RandomNormal.For("a", seed: 82).Next(), RandomNormal.For("b", seed: 82).Next());
}

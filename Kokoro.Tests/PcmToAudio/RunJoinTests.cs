using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Tests.PcmToAudio;

public sealed class RunJoinTests
{
    [Fact]
    public void Fade_both_edges_rise_from_zero_and_the_middle_is_untouched()
    {
        var samples = Enumerable.Repeat(1f, 1000).ToArray();

        RunJoin.Fade(samples);

        Assert.InRange(samples[0], 0f, 0.001f);
        Assert.InRange(samples[^1], 0f, 0.001f);
        Assert.All(samples[RunJoin.FadeSamples..^RunJoin.FadeSamples], sample => Assert.Equal(1f, sample));
        for (var i = 1; i < RunJoin.FadeSamples; i++)
            Assert.True(samples[i] > samples[i - 1] && samples[^(i + 1)] > samples[^i], $"not rising at {i}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(99)]
    public void Fade_a_run_shorter_than_two_fades_stays_within_its_values(int length)
    {
        var samples = Enumerable.Repeat(1f, length).ToArray();

        RunJoin.Fade(samples);

        Assert.All(samples, sample => Assert.InRange(sample, 0f, 1f));
    }
}

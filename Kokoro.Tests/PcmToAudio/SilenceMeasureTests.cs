using Kokoro.Synthesis.PcmToAudio;
using static Kokoro.Tests.PcmToAudio.Tones;

namespace Kokoro.Tests.PcmToAudio;

public sealed class SilenceMeasureTests
{
    private const int Millisecond = 24;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)] // 52 dB below the tone
    public void Of_silence_at_the_edges_is_measured_to_a_millisecond(double noise)
    {
        var silence = SilenceMeasure.Of(Of(noise, -75, 300, -120));

        Assert.InRange(silence.Leading, Samples(75) - Millisecond, Samples(75) + Millisecond);
        Assert.InRange(silence.Trailing, Samples(120) - Millisecond, Samples(120) + Millisecond);
    }

    [Fact]
    public void Of_a_faint_sound_is_no_silence()
    {
        var silence = SilenceMeasure.Of(Of(0.01, -75, 300, -120)); // 32 dB below the tone: an f

        Assert.Equal((0, 0), (silence.Leading, silence.Trailing));
        Assert.Null(silence.At(new SampleSpan(0, Samples(75))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(24_000)]
    public void Of_a_run_without_sound_measures_nothing(int samples)
    {
        var silence = SilenceMeasure.Of(new float[samples]);

        Assert.Equal((0, 0), (silence.Leading, silence.Trailing));
        Assert.Null(silence.At(new SampleSpan(0, samples)));
    }

    [Fact]
    public void Of_samples_that_fill_no_whole_step_are_counted()
    {
        var silence = SilenceMeasure.Of(Of(0, 300, -50).Concat(new float[13]).ToArray());

        Assert.InRange(silence.Trailing, Samples(50) + 13 - Millisecond, Samples(50) + 13);
    }

    [Fact]
    public void At_gives_the_whole_stretch_that_shares_most_with_the_place()
    {
        var silence = SilenceMeasure.Of(Of(0, 200, -60, 20, -150, 200)); // the closure and the burst of a stop, then a pause

        var found = silence.At(new SampleSpan(Samples(250), Samples(400)))!.Value;

        Assert.InRange(found.From, Samples(280) - Millisecond, Samples(280) + Millisecond);
        Assert.InRange(found.To, Samples(430) - Millisecond, Samples(430) + Millisecond);
    }

    [Fact]
    public void At_a_place_that_reaches_beyond_the_run_is_looked_at_as_far_as_it_goes()
    {
        var silence = SilenceMeasure.Of(Of(0, -50, 200));

        Assert.Equal(0, silence.At(new SampleSpan(-600, 600))!.Value.From);
        Assert.Null(silence.At(new SampleSpan(Samples(240), Samples(900))));
    }
}

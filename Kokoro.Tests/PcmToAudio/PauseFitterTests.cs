using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;
using static Kokoro.Tests.PcmToAudio.Tones;

namespace Kokoro.Tests.PcmToAudio;

/// <summary>On tones, whose silences are known to the sample.</summary>
public sealed class PauseFitterTests
{
    private static readonly Pauses Lengths = new() { Clause = 0.2, Sentence = 0.4 };

    [Theory]
    [InlineData(1f, 200)]
    [InlineData(2f, 100)]
    [InlineData(4f, 50)]
    [InlineData(0.5f, 400)]
    public void Fit_a_pause_inside_of_a_run_gets_its_length(float speed, int expected)
    {
        var run = TwoWords(Of(0, -75, 300, -150, 300, -75));

        var fitted = PauseFitter.Fit(run, null, Lengths with { Sentence = null }, speed).Run;

        Near(Samples(600 + expected + 150), fitted.Samples.Length);
        Near(Samples(expected), fitted.Words[1].From - fitted.Words[0].To);
        Assert.Equal(Energy(run.Samples, run.Words[1]), Energy(fitted.Samples, fitted.Words[1]), 3);
    }

    [Fact]
    public void Fit_the_pause_between_two_runs_is_shared_by_both()
    {
        var first = PauseFitter.Fit(TwoWords(Of(0, -75, 300, -150, 300, -75)), null, Lengths, 1);
        var second = PauseFitter.Fit(TwoWords(Of(0, -500, 300, -150, 300, -75), 500), first.Owed, Lengths, 1);

        var silence = TrailingZeros(first.Run.Samples) + TrailingZeros([.. second.Run.Samples.Reverse()]);
        Near(Samples(400), silence);
        Near(Samples(75), TrailingZeros(first.Run.Samples));
    }

    [Fact]
    public void Fit_what_the_first_run_keeps_is_at_most_half()
    {
        var first = PauseFitter.Fit(TwoWords(Of(0, -75, 300, -150, 300, -900)), null, Lengths, 1);

        Near(Samples(200), TrailingZeros(first.Run.Samples));
        Assert.Equal(Samples(200), first.Owed);
    }

    [Fact]
    public void Fit_what_the_model_gives_stays_and_nothing_is_owed()
    {
        var run = TwoWords(Of(0, -75, 300, -150, 300, -90));

        var fitted = PauseFitter.Fit(run, null, Pauses.OfModel, 1);

        Assert.Null(fitted.Owed);
        Assert.Equal(run.Samples.Length, fitted.Run.Samples.Length);
        Assert.Equal(run.Words.AsEnumerable(), fitted.Run.Words);
    }

    [Fact]
    public void Fit_a_pause_that_sounds_is_left_as_it_is()
    {
        var run = TwoWords(Of(0.05, -75, 300, -150, 300, -75));

        var fitted = PauseFitter.Fit(run, null, Lengths, 1).Run;

        Assert.Equal(run.Samples.Length, fitted.Samples.Length);
        Assert.Equal(run.Words.AsEnumerable(), fitted.Words);
    }

    [Fact]
    public void Fit_without_word_times_only_the_edges_are_fitted()
    {
        var run = TwoWords(Of(0, -75, 300, -150, 300, -75)) with { Words = [], Breaks = [] };

        var fitted = PauseFitter.Fit(run, Samples(500), Lengths, 1);

        Near(run.Samples.Length + Samples(500 - 75), fitted.Run.Samples.Length);
        Near(Samples(400 - 75), fitted.Owed!.Value);
    }

    [Fact]
    public void Fit_word_times_that_reach_into_the_pause_end_where_it_is_cut()
    {
        // Both are rounded towards each other by 12 ms, and the pause shrinks to less than that.
        var run = TwoWords(Of(0, -75, 300, -150, 300, -75));
        run = run with { Words = [run.Words[0] with { To = Samples(375 + 12) }, run.Words[1] with { From = Samples(525 - 12) }] };

        var fitted = PauseFitter.Fit(run, null, new Pauses { Clause = Pauses.Shortest }, 4).Run;

        Assert.True(fitted.Words[0].To <= fitted.Words[1].From);
        Assert.Equal(Energy(run.Samples, run.Words[0]), Energy(fitted.Samples, fitted.Words[0]), 3);
        Assert.Equal(Energy(run.Samples, run.Words[1]), Energy(fitted.Samples, fitted.Words[1]), 3);
    }

    [Fact]
    public void Fit_words_that_the_model_swallowed_keep_their_order()
    {
        var words = Enumerable.Range(0, 4).Select(i =>
            new WordTime(new TextRange(i, i + 1), Samples(75 + 100 * i), Samples(75 + 100 * i + 60)));
        var breaks = Enumerable.Range(1, 3).Select(i => new RunBreak(i, ClauseEnd.Clause));
        var run = new PcmRun(0, new TextRange(0, 4), Of(0, -75, 60, -240, 60, -200), [.. words])
        {
            Breaks = [.. breaks],
            End = ClauseEnd.Sentence,
        };

        var fitted = PauseFitter.Fit(run, Samples(300), Lengths, 1).Run;

        var end = 0;
        foreach (var word in fitted.Words)
        {
            Assert.InRange(word.From, end, word.To);
            end = word.To;
        }

        Assert.InRange(end, 0, fitted.Samples.Length);
    }

    [Fact]
    public void Fit_where_noise_meets_zeros_it_is_faded()
    {
        const float Noise = 0.001f;
        var run = TwoWords(Of(Noise, -75, 300, -150, 300, -75));

        var fitted = PauseFitter.Fit(run, null, Lengths with { Clause = 1 }, 1).Run.Samples;

        var zeros = fitted.AsSpan().IndexOf(new float[Samples(500)]);
        Assert.True(zeros > 0);
        Assert.All(fitted[(zeros - 5)..zeros], sample => Assert.InRange(MathF.Abs(sample), 0, Noise / 20));
        Assert.Contains(fitted[(zeros - Samples(10))..zeros], sample => MathF.Abs(sample) > Noise / 2);
    }

    [Fact]
    public void Fit_twice_changes_nothing_more()
    {
        var once = PauseFitter.Fit(TwoWords(Of(0, -75, 300, -150, 300, -75)), Samples(300), Lengths, 1).Run;
        var twice = PauseFitter.Fit(once, Samples(300), Lengths, 1).Run;

        Near(once.Samples.Length, twice.Samples.Length);
    }

    [Fact]
    public void Fit_the_runs_own_samples_are_not_touched()
    {
        var run = TwoWords(Of(0.3, -75, 300, -150, 300, -75));
        var samples = run.Samples.ToArray();

        PauseFitter.Fit(run, 100, Lengths, 1);

        Assert.Equal(samples, run.Samples);
    }

    /// <summary>A word of 300 ms, a pause of 150 and another word of 300; the run ends with its sentence.</summary>
    /// <param name="start">Milliseconds of silence before the first word.</param>
    private static PcmRun TwoWords(float[] samples, int start = 75)
    {
        WordTime[] words =
        [
            new(new TextRange(0, 1), Samples(start), Samples(start + 300)),
            new(new TextRange(1, 2), Samples(start + 450), Samples(start + 750)),
        ];
        return new PcmRun(0, new TextRange(0, 2), samples, [.. words])
        {
            Breaks = [new RunBreak(1, ClauseEnd.Clause)],
            End = ClauseEnd.Sentence,
        };
    }

    /// <summary>Within what fading and measuring in steps may take off: 3 ms.</summary>
    private static void Near(int expected, int actual) => Assert.InRange(actual, expected - Samples(3), expected + Samples(3));

    private static int TrailingZeros(float[] samples) => samples.Length - 1 - samples.AsSpan().LastIndexOfAnyExcept(0f);

    private static double Energy(float[] samples, WordTime word) =>
        samples[word.From..word.To].Sum(sample => (double)sample * sample) / 1000;
}

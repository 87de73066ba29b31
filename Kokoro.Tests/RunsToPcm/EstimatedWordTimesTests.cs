using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.RunsToPcm;

public sealed class EstimatedWordTimesTests
{
    private const long Space = 16;
    private const long Comma = 3;
    private const long Vowel = 43;
    private const long Consonant = 44;

    [Fact]
    public void Of_oneWord_isWhatSounds() => Assert.Equal([(100, 900)], Times([0, Vowel, Consonant, 0], Sound(100, 800, 300), (1, 3)));

    [Fact]
    public void Of_sameWords_areAsLongAsEachOther()
    {
        var times = Times([0, Consonant, Vowel, Consonant, Space, Consonant, Vowel, Consonant, 0], Sound(0, 5100, 0), (1, 4), (5, 8));

        Assert.Equal(0, times[0].From);
        Assert.Equal(5100, times[1].To);
        Assert.InRange(times[0].To, 2500, 2600); // half of the space
        Assert.Equal(times[0].To, times[1].From);
    }

    [Fact]
    public void Of_aComma_isAPauseThatBelongsToNobody()
    {
        var times = Times([0, Vowel, Comma, Space, Vowel, 0], Sound(0, 4100, 0), (1, 2), (4, 5));

        Assert.InRange(times[1].From - times[0].To, 1500, 2100);
        Assert.InRange(times[0].To, 900, 1300);
    }

    [Fact]
    public void Of_marksAtBothEnds_getNoneOfTheSound() =>
        Assert.Equal([(0, 1000)], Times([0, 14, Vowel, 4, 15, 0], Sound(0, 1000, 0), (2, 3)));

    [Fact]
    public void Of_silence_isSharedOutAllTheSame() => Assert.Equal([(0, 1000)], Times([0, Vowel, 0], new float[1000], (1, 2)));

    [Fact]
    public void Of_noWords_isEmpty() => Assert.Empty(Times([0, Comma, 0], Sound(0, 1000, 0)));

    private static float[] Sound(int silence, int sound, int after) =>
        [.. Enumerable.Repeat(0.001f, silence), .. Enumerable.Repeat(0.5f, sound), .. Enumerable.Repeat(-0.001f, after)];

    private static (int From, int To)[] Times(long[] ids, float[] samples, params (int First, int End)[] words)
    {
        var run = new TokenRun(0, [.. ids], [.. words.Select((word, i) => new RunWord(new(i, i + 1), word.First, word.End))]);
        return [.. EstimatedWordTimes.Of(run, samples).Select(word => (word.From, word.To))];
    }
}

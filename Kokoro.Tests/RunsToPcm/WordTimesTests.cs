using FsCheck;
using FsCheck.Fluent;
using Kokoro.Synthesis;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Tests.RunsToPcm;

public class WordTimesTests
{
    private const long Space = 16;
    private const long Letter = 43;
    private const long Comma = 3;

    [Fact]
    public void Of_oneWord_isItsTokensWithoutThePads() =>
        Assert.Equal([(1200, 4200)], Times([0, Letter, Letter, 0], [2, 2, 3, 4], (1, 3)));

    [Fact]
    public void Of_wordsWithASpaceBetween_shareItByHalves() =>
        Assert.Equal(
            [(600, 600 + 1200 + 900), (2700, 2700 + 900 + 600)],
            Times([0, Letter, Space, Letter, 0], [1, 2, 3, 1, 9], (1, 2), (3, 4)));

    [Fact]
    public void Of_wordsWithAMarkAndASpaceBetween_leaveThePauseToNobody() =>
        Assert.Equal(
            [(600, 1200), (600 * 8, 600 * 9)],
            Times([0, Letter, Comma, Space, Letter, 0], [1, 1, 5, 1, 1, 1], (1, 2), (4, 5)));

    [Fact]
    public void Of_wordsWithOnlyAMarkBetween_leaveItsTimeToNobody() =>
        Assert.Equal([(600, 1200), (1800, 2400)], Times([0, Letter, Comma, Letter, 0], [1, 1, 1, 1, 1], (1, 2), (3, 4)));

    [Fact]
    public void Of_wordsThatTouch_meetWhereTheirTokensDo() =>
        Assert.Equal([(600, 1200), (1200, 2400)], Times([0, Letter, Letter, 0], [1, 1, 2, 1], (1, 2), (2, 3)));

    [Fact]
    public void Of_spaceOfAnOddNumberOfSamples_losesNone()
    {
        var times = Times([0, Letter, Space, Letter, Space, Letter, 0], [0, 1, 1, 1, 1, 1, 0], (1, 2), (3, 4), (5, 6));
        Assert.Equal([(0, 900), (900, 2100), (2100, 3000)], times);
    }

    [Fact]
    public void Of_noWords_isEmpty() => Assert.Empty(Times([0, Comma, 0], [1, 1, 1]));

    [Fact]
    public void Of_otherNumberOfDurations_isRefused() => Assert.Throws<ArgumentException>(() => Times([0, Letter, 0], [1, 1], (1, 2)));

    [Fact]
    public void Of_anyRun_staysInsideAndInOrder()
    {
        var token = Gen.Elements(Space, Letter, Comma);
        var runs =
            from ids in Gen.NonEmptyListOf(token)
            from frames in Gen.ArrayOf(Gen.Choose(0, 50), ids.Count + 2)
            select (Ids: ids.Take(TokenRun.MostIds).ToArray(), Frames: frames);
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            var tokens = Run([0, .. run.Ids, 0], WordsOf(run.Ids));
            var frames = run.Frames.Take(tokens.Ids.Length).ToArray();
            var times = WordTimes.Of(tokens, frames);
            var end = 0;
            foreach (var (word, time) in tokens.Words.Zip(times))
            {
                Assert.Equal(word.Source, time.Source);
                Assert.True(time.From >= end && time.To >= time.From);
                end = time.To;
            }

            Assert.Equal(tokens.Words.Length, times.Length);
            Assert.True(end <= frames.Sum() * ModelOutput.SamplesPerFrame);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Each stretch of letters is a word.</summary>
    private static (int, int)[] WordsOf(long[] ids)
    {
        var words = new List<(int, int)>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] != Letter)
                continue;
            var first = i;
            while (i < ids.Length && ids[i] == Letter)
                i++;
            words.Add((first + 1, i + 1));
        }

        return [.. words];
    }

    private static TokenRun Run(long[] ids, (int First, int End)[] words) =>
        new(0, [.. ids], [.. words.Select((word, i) => new RunWord(new TextRange(i * 2, (i * 2) + 1), word.First, word.End))]);

    private static IEnumerable<(int From, int To)> Times(long[] ids, int[] frames, params (int First, int End)[] words) =>
        WordTimes.Of(Run(ids, words), frames).Select(time => (time.From, time.To));
}

using System.Collections.Immutable;
using System.Text;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// When each word of a run is heard. A word lasts as long as its tokens. The space between two words is shared: half of its time
/// belongs to each. The time of marks, and of spaces beside them, is a pause and belongs to no word; so does that of the pads.
/// </summary>
internal static class WordTimes
{
    /// <summary>The space in Kokoro's vocabulary.</summary>
    private static readonly int Space = Vocabulary.All[new Rune(' ')];

    /// <param name="frames">One for each id of the run, in frames of 600 samples, none negative.</param>
    /// <returns>One for each word of the run, in order; none begins before the one before it ends.</returns>
    /// <exception cref="ArgumentException">Not one duration for each id.</exception>
    public static ImmutableArray<WordTime> Of(TokenRun run, ReadOnlySpan<int> frames)
    {
        if (frames.Length != run.Ids.Length)
            throw new ArgumentException($"{run.Ids.Length} ids need as many durations; got {frames.Length}", nameof(frames));

        var starts = new int[frames.Length + 1];
        for (var i = 0; i < frames.Length; i++)
            starts[i + 1] = checked(starts[i] + (frames[i] * ModelOutput.SamplesPerFrame));
        return OfStarts(run, starts);
    }

    /// <param name="starts">Where each token begins, in samples, and where the run ends; none before the one before it.</param>
    /// <returns>As of frames.</returns>
    public static ImmutableArray<WordTime> OfStarts(TokenRun run, int[] starts)
    {
        var words = ImmutableArray.CreateBuilder<WordTime>(run.Words.Length);
        var from = 0;
        for (var i = 0; i < run.Words.Length; i++)
        {
            var word = run.Words[i];
            if (i == 0 || !SpaceOnlyBetween(run, i - 1))
                from = starts[word.FirstToken];
            var to = starts[word.EndToken];
            if (SpaceOnlyBetween(run, i))
                to += (starts[word.EndToken + 1] - to) / 2;
            words.Add(new WordTime(word.Source, from, to));
            from = to;
        }

        return words.MoveToImmutable();
    }

    /// <summary>Whether one space, and nothing else, stands between this word and the next.</summary>
    private static bool SpaceOnlyBetween(TokenRun run, int word) =>
        word + 1 < run.Words.Length
        && run.Words[word + 1].FirstToken == run.Words[word].EndToken + 1
        && run.Ids[run.Words[word].EndToken] == Space;
}

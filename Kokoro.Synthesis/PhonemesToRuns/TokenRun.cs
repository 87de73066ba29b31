using System.Collections.Immutable;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>What one run of the model is given: 1 to 510 vocabulary ids with one pad on each side.</summary>
public sealed record TokenRun
{
    /// <summary>The most ids between the pads: the model's 512 positions less the two pads.</summary>
    public const int MostIds = 510;

    /// <param name="index">Its place among the runs of the text, from 0.</param>
    /// <param name="ids">Pad 0, the ids, pad 0.</param>
    /// <exception cref="ArgumentException">A missing pad, no id between the pads or too many, or a word outside of the ids.</exception>
    public TokenRun(int index, ImmutableArray<long> ids, ImmutableArray<RunWord> words)
    {
        if (ids.Length is < 3 or > MostIds + 2 || ids[0] != 0 || ids[^1] != 0)
            throw new ArgumentException($"a run is a pad, 1 to {MostIds} ids and a pad; got {ids.Length} ids in all", nameof(ids));
        var previous = 1;
        foreach (var word in words)
        {
            if (word.FirstToken < previous || word.EndToken <= word.FirstToken || word.EndToken > ids.Length - 1)
                throw new ArgumentException($"word at tokens {word.FirstToken}..{word.EndToken} is outside of the run or out of order", nameof(words));
            previous = word.EndToken;
        }

        Index = index;
        Ids = ids;
        Words = words;
    }

    public int Index { get; }

    /// <summary>[N] ids, pads included: the row `input_ids` [1, N] of the model.</summary>
    public ImmutableArray<long> Ids { get; }

    public ImmutableArray<RunWord> Words { get; }

    /// <summary>Where clauses end between two of its words, in order.</summary>
    public ImmutableArray<RunBreak> Breaks { get; init; } = [];

    /// <summary>What the run itself ends with.</summary>
    public ClauseEnd End { get; init; } = ClauseEnd.Paragraph;
}

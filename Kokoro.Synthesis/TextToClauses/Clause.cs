using System.Collections.Immutable;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>The words up to the next clause mark, with the marks around and between them. It has at least one word.</summary>
public sealed record Clause
{
    /// <param name="index">Its place among the clauses of the text, from 0.</param>
    /// <param name="parts">Words and marks, ordered by source; ranges of neighbours are equal or do not overlap.</param>
    /// <exception cref="ArgumentException">No word among the parts, or parts out of order.</exception>
    public Clause(int index, ImmutableArray<ClausePart> parts, ClauseEnd end)
    {
        var hasWord = parts is [SpokenWord, ..];
        for (var i = 1; i < parts.Length; i++)
        {
            hasWord |= parts[i] is SpokenWord;
            if (parts[i].Source.Start < parts[i - 1].Source.End && parts[i].Source != parts[i - 1].Source)
                throw new ArgumentException($"part {i} at {parts[i].Source} overlaps the one before at {parts[i - 1].Source}", nameof(parts));
        }

        if (!hasWord)
            throw new ArgumentException("a clause has at least one word", nameof(parts));
        Index = index;
        Parts = parts;
        End = end;
    }

    public int Index { get; }

    public ImmutableArray<ClausePart> Parts { get; }

    public ClauseEnd End { get; }
}

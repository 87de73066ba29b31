namespace Kokoro.Bench.Words;

/// <summary>Words heard wrongly, left out or added, of the words that were said.</summary>
internal readonly record struct WordErrors(int Errors, int Words)
{
    /// <summary>The word error rate. Above 1 when more words were added than said.</summary>
    public double Rate => (double)Errors / Words;

    public static WordErrors operator +(WordErrors left, WordErrors right) => new(left.Errors + right.Errors, left.Words + right.Words);

    public static WordErrors Sum(IEnumerable<WordErrors> parts) => parts.Aggregate(default(WordErrors), (sum, part) => sum + part);

    /// <summary>The smallest number of substitutions, deletions and insertions between the two.</summary>
    public static WordErrors Between(ReadOnlySpan<string> said, ReadOnlySpan<string> heard)
    {
        // distance[j]: between the words of said so far and the first j words of heard.
        var distance = new int[heard.Length + 1];
        for (var j = 0; j <= heard.Length; j++)
            distance[j] = j;
        for (var i = 1; i <= said.Length; i++)
        {
            var diagonal = distance[0];
            distance[0] = i;
            for (var j = 1; j <= heard.Length; j++)
            {
                var substituted = diagonal + (said[i - 1] == heard[j - 1] ? 0 : 1);
                diagonal = distance[j];
                distance[j] = Math.Min(substituted, 1 + Math.Min(distance[j], distance[j - 1]));
            }
        }

        return new WordErrors(distance[^1], said.Length);
    }
}

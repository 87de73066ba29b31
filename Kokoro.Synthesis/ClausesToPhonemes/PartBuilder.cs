using System.Collections.Immutable;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>Groups of espeak-ng's phonemes to parts of a clause.</summary>
internal static class PartBuilder
{
    /// <param name="groups">In order; together they cover every word.</param>
    /// <returns>One part for each group; the ranges of neighbours are equal or do not overlap.</returns>
    public static ImmutableArray<PhonemizedPart> Build(ImmutableArray<SpokenWord> words, ImmutableArray<PhonemeGroup> groups, Language language)
    {
        var parts = ImmutableArray.CreateBuilder<PhonemizedPart>(groups.Length);
        var begun = -1;
        foreach (var (ipa, first, end) in groups)
        {
            var source = words[first].Source.Through(words[end - 1].Source);
            var spoken = string.Join(' ', words.AsSpan()[first..end].ToArray().Select(word => word.Text));
            var spaceBefore = first == begun || words[first].SpaceBefore;
            begun = first;
            var rule = string.Join(", ", words.AsSpan()[first..end].ToArray().Select(word => word.Rule).Distinct());
            parts.Add(new PhonemizedPart(PhonemeMap.Apply(ipa, language), source, spaceBefore, spoken) { Rule = rule });
            Settle(parts);
        }

        return parts.DrainToImmutable();
    }

    /// <summary>
    /// Where the last part overlaps those before it, all of them get the range that holds them. It happens where espeak-ng merges
    /// a word with one of several that stand for the same number.
    /// </summary>
    private static void Settle(ImmutableArray<PhonemizedPart>.Builder parts)
    {
        var source = parts[^1].Source;
        var first = parts.Count - 1;
        while (first > 0 && Overlap(parts[first - 1].Source, source))
            source = source.Through(parts[--first].Source);
        for (var i = first; i < parts.Count; i++)
            parts[i] = parts[i] with { Source = source };
    }

    private static bool Overlap(TextRange before, TextRange after) => before.End > after.Start && before.Start < after.End;
}

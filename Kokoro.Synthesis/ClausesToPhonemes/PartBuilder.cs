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
        var (shared, sharing) = (words[0].Source, 0);
        foreach (var (ipa, first, end) in groups)
        {
            var source = words[first].Source.Through(words[end - 1].Source);
            var spoken = string.Join(' ', words.AsSpan()[first..end].ToArray().Select(word => word.Text));
            var spaceBefore = first == begun || words[first].SpaceBefore;
            begun = first;
            var rule = string.Join(", ", words.AsSpan()[first..end].ToArray().Select(word => word.Rule).Distinct());
            if (source.Start < shared.End)
            {
                shared = shared.Through(source);
            }
            else
            {
                Settle(parts, sharing, shared);
                (shared, sharing) = (source, parts.Count);
            }

            parts.Add(new PhonemizedPart(PhonemeMap.Apply(ipa, language), source, spaceBefore, spoken) { Rule = rule });
        }

        Settle(parts, sharing, shared);
        return parts.DrainToImmutable();
    }

    /// <summary>
    /// Parts that overlap all get the range that holds them. It happens where espeak-ng merges a word with one of several that stand for the same number.
    /// </summary>
    private static void Settle(ImmutableArray<PhonemizedPart>.Builder parts, int first, TextRange shared)
    {
        for (var i = first; i < parts.Count; i++)
            parts[i] = parts[i] with { Source = shared };
    }
}

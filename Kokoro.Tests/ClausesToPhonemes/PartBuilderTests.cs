using System.Collections.Immutable;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.ClausesToPhonemes;

public sealed class PartBuilderTests
{
    /// <summary>"in 3.5 km": the number is three words with one range.</summary>
    private static readonly ImmutableArray<SpokenWord> Number =
    [
        new("in", new(0, 2), false), new("three", new(3, 6), true), new("point", new(3, 6), true), new("five", new(3, 6), true), new("km", new(7, 9), true),
    ];

    [Fact]
    public void Words_of_one_number_keep_its_range() =>
        Assert.Equal(["0..2", "3..6", "3..6", "3..6", "7..9"], Ranges([new("a", 0, 1), new("a", 1, 2), new("a", 2, 3), new("a", 3, 4), new("a", 4, 5)]));

    [Fact]
    public void Merge_into_a_number_spreads_over_all_that_overlaps() =>
        Assert.Equal(["0..6", "0..6", "0..9"], [.. Ranges([new("a", 0, 2), new("a", 2, 3)]), Ranges([new("a", 0, 2), new("a", 2, 5)])[0]]);

    [Fact]
    public void Ranges_of_neighbours_are_equal_or_do_not_overlap()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var groups = ImmutableArray.CreateBuilder<PhonemeGroup>();
            for (var word = 0; word < Number.Length;)
            {
                var end = random.Next(word + 1, Number.Length + 1);
                for (var copies = random.Next(1, 3); copies > 0; copies--)
                    groups.Add(new("a", word, end));
                word = end;
            }

            var parts = PartBuilder.Build(Number, groups.ToImmutable(), Language.AmericanEnglish);
            for (var i = 1; i < parts.Length; i++)
                Assert.True(parts[i].Source == parts[i - 1].Source || parts[i].Source.Start >= parts[i - 1].Source.End);
        }
    }

    [Fact]
    public void Work_is_linear_in_the_words_of_one_source()
    {
        var words = ImmutableArray.CreateRange(Enumerable.Repeat(new SpokenWord("slash", new(0, 32_000), true), 30_000));
        var groups = ImmutableArray.CreateRange(Enumerable.Range(0, words.Length).Select(i => new PhonemeGroup("a", i, i + 1)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var parts = PartBuilder.Build(words, groups, Language.AmericanEnglish);

        Assert.All(parts, part => Assert.Equal(new TextRange(0, 32_000), part.Source));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000 * words.Length);
    }

    private static List<string> Ranges(ImmutableArray<PhonemeGroup> groups) =>
        [.. PartBuilder.Build(Number, groups, Language.AmericanEnglish).Select(part => part.Source.ToString())];
}

using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.Native.Espeak;

namespace Kokoro.Tests.Native.Espeak;

/// <summary>The shapes that espeak-ng 1.51 really gives, and those that it should not.</summary>
public sealed class GroupAlignmentTests
{
    [Theory]
    [InlineData("ʌvðə pˈiːpəl", "0 2", 3, "ʌvðə@0-2 pˈiːpəl@2-3")] // of the people
    [InlineData("hˈʌndɹɪd θɹˈiː ænd", "0 0 1", 2, "hˈʌndɹɪd@0-1 θɹˈiː@0-1 ænd@1-2")] // 103 and
    [InlineData("ɡˈoʊɪŋ tə bˈiː", "0 1 1", 3, "ɡˈoʊɪŋ@0-1 tə@1-2 bˈiː@2-3")] // going to be: one entry of the dictionary, two groups
    [InlineData("jˌuːtˌiːˈɛf  ˈeɪt", "0 0 0", 1, "jˌuːtˌiːˈɛf@0-1 ˈeɪt@0-1")] // UTF-8: the hyphen is an empty group
    [InlineData("wˈʌn", "1", 2, "wˈʌn@0-2")] // nothing tells whose the first word is
    public void Words_follow_the_events(string clause, string starts, int words, string expected) =>
        Assert.Equal(expected, Describe(Align([clause], [starts], words, [])));

    [Theory]
    [InlineData("həlˈoʊ wˈɜːld", "0 2", 4, "0 2", "@0-1 həlˈoʊ@1-2 @2-3 wˈɜːld@3-4")] // - hello - world: the event points at the hyphen
    [InlineData("həlˈoʊ", "0", 2, "1", "həlˈoʊ@0-1 @1-2")] // hello '
    [InlineData("", "", 2, "0 1", "@0-1 @1-2")] // - -
    [InlineData("ˈa", "0", 2, "0 1", "ˈa@0-2")] // silent alone, not together
    public void Silent_words_keep_a_place_of_their_own(string clause, string starts, int words, string silent, string expected) =>
        Assert.Equal(expected, Describe(Align([clause], [starts], words, Numbers(silent))));

    [Theory]
    [InlineData("a b c", "0 1", 2)]
    [InlineData("a", "0 1 2", 3)]
    [InlineData("a b", "", 2)]
    [InlineData("a b c", "2 0 1", 3)]
    public void Counts_that_differ_lose_no_phonemes_and_no_word(string clause, string starts, int words)
    {
        var groups = Align([clause], [starts], words, []);
        Assert.Equal(clause.Split(' '), groups.Where(group => group.Ipa.Length > 0).Select(group => group.Ipa));
        AssertCovers(groups, words);
    }

    [Fact]
    public void Clauses_that_differ_in_number_are_aligned_as_one()
    {
        var groups = Align(["a b", "c"], ["0 1 2"], 3, []);
        Assert.Equal("a@0-1 b@1-2 c@2-3", Describe(groups));
    }

    [Fact]
    public void Anything_at_all_is_aligned_without_loss()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var words = random.Next(1, 8);
            var clauses = Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(i => random.Next(4) == 0 ? "" : $"p{i}"))).ToArray();
            var starts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(words)))).ToArray();
            var groups = Align(clauses, starts, words, [.. Enumerable.Range(0, words).Where(_ => random.Next(3) == 0)]);
            Assert.Equal(clauses.SelectMany(clause => clause.Split(' ')).Where(ipa => ipa.Length > 0), groups.Where(group => group.Ipa.Length > 0).Select(group => group.Ipa));
            AssertCovers(groups, words);
            PassageAnswer.Decode(new PassageAnswer(groups).Encode().Span, words); // what the parent demands
        }
    }

    private static void AssertCovers(ImmutableArray<PhonemeGroup> groups, int words)
    {
        var covered = 0;
        foreach (var group in groups)
        {
            Assert.InRange(group.FirstWord, 0, covered);
            covered = Math.Max(covered, group.EndWord);
        }

        Assert.Equal(words, covered);
    }

    private static ImmutableArray<PhonemeGroup> Align(string[] clauses, string[] starts, int words, int[] silent) =>
        GroupAlignment.Align([.. clauses], [.. starts.Select(clause => Numbers(clause).ToImmutableArray())], words, silent.Contains);

    private static int[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static string Describe(ImmutableArray<PhonemeGroup> groups) =>
        string.Join(' ', groups.Select(group => $"{group.Ipa}@{group.FirstWord}-{group.EndWord}"));
}

using FsCheck;
using FsCheck.Fluent;
using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class WordErrorsTests
{
    [Theory]
    [InlineData("the cat sat", "the cat sat", 0)]
    [InlineData("the cat sat", "the hat sat", 1)]
    [InlineData("the cat sat", "the sat", 1)]
    [InlineData("the cat sat", "the old cat sat", 1)]
    [InlineData("the cat sat", "cat sat down", 2)]
    [InlineData("the cat sat", "", 3)]
    [InlineData("the cat", "a hat is on it", 5)]
    [InlineData("one two three four", "two three four one", 2)]
    public void Between_counts_the_fewest_changes(string said, string heard, int errors) =>
        Assert.Equal(new WordErrors(errors, said.Split(' ').Length), WordErrors.Between(Words(said), Words(heard)));

    [Fact]
    public void Between_is_a_distance_within_its_bounds()
    {
        var words = Gen.Elements("a", "b", "c").ArrayOf();
        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), (said, heard) =>
        {
            var errors = WordErrors.Between(said, heard).Errors;
            return errors == WordErrors.Between(heard, said).Errors
                && errors >= Math.Abs(said.Length - heard.Length)
                && errors <= Math.Max(said.Length, heard.Length)
                && errors == 0 == said.SequenceEqual(heard);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sum_weighs_by_words_and_not_by_sentences()
    {
        var sum = WordErrors.Sum([new WordErrors(2, 2), new WordErrors(0, 8)]);

        Assert.Equal(new WordErrors(2, 10), sum);
        Assert.Equal(0.2, sum.Rate, 12);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

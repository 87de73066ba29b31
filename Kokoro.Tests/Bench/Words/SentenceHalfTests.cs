using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class SentenceHalfTests
{
    [Fact]
    public void Halves_are_of_one_size_and_share_no_sentence()
    {
        var tuning = SentenceHalf.Tuning.Sentences.Select(Key).ToHashSet();
        var heldOut = SentenceHalf.HeldOut.Sentences.Select(Key).ToHashSet();

        Assert.Equal(360, tuning.Count);
        Assert.Equal(360, heldOut.Count);
        Assert.Empty(tuning.Intersect(heldOut));

        static string Key(string sentence) => string.Join(' ', SpokenWords.Of(sentence));
    }

    [Fact]
    public void Sentences_have_5_to_13_words_and_end()
    {
        foreach (var sentence in SentenceHalf.Tuning.Sentences.Concat(SentenceHalf.HeldOut.Sentences))
        {
            Assert.InRange(SpokenWords.Of(sentence).Length, 5, 13);
            Assert.Matches("^[A-Z][A-Za-z' ,]+[.?!]$", sentence);
        }
    }

    [Fact]
    public void First_keeps_the_beginning() =>
        Assert.Equal(SentenceHalf.Tuning.Sentences.Take(3), SentenceHalf.Tuning.First(3).Sentences);
}

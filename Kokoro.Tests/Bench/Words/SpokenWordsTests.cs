using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class SpokenWordsTests
{
    [Theory]
    [InlineData("Don't stop, Tom!", "don't", "stop", "tom")]
    [InlineData("the(2) end and(3)", "the", "end", "and")]
    [InlineData("")]
    public void Of_sentence_is_lower_case_words(string sentence, params string[] words) => Assert.Equal(words, SpokenWords.Of(sentence));
}

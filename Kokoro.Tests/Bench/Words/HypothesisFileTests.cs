using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class HypothesisFileTests
{
    [Fact]
    public void Parse_lines_puts_each_at_its_number()
    {
        var heard = HypothesisFile.Parse(["the water is cold (2 -4711)", "a(2) cat (0 -12)"], 3);

        Assert.Equal(["a(2) cat", "", "the water is cold"], heard);
    }

    [Fact]
    public void Parse_line_without_words_is_nothing_heard() => Assert.Equal([""], HypothesisFile.Parse(["(0 -99)"], 1));

    [Theory]
    [InlineData("the water is cold")]
    [InlineData("the water (1 -4711)")]
    public void Parse_line_of_no_recording_fails_with_the_line(string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => HypothesisFile.Parse([line], 1)).Message, StringComparison.Ordinal);
}

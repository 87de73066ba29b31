using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Tests.TextToClauses.Cleaning;

public class QuotationMarksTests
{
    [Theory]
    [InlineData("don’t", "don't")]
    [InlineData("the dogs’ bone", "the dogs' bone")]
    [InlineData("’tis 'tis the ’90s '90s", "'tis 'tis the '90s '90s")]
    [InlineData("rock 'n' roll, get 'em", "rock 'n' roll, get 'em")]
    [InlineData("say \"hi\" now", "say “hi” now")]
    [InlineData("(\"hi\")", "(“hi”)")]
    [InlineData("\"a\"—\"b\"", "“a”—“b”")]
    [InlineData("‘hello there’ he said", "“hello there” he said")]
    [InlineData("'hello there,' he said", "“hello there,” he said")]
    [InlineData("she said ‘don’t go’.", "she said “don't go”.")]
    [InlineData("\"he said 'no'\"", "“he said “no””")]
    [InlineData("6\" pipe", "6\" pipe")]
    [InlineData("goin' home", "goin' home")]
    [InlineData("a ' b", "a ' b")]
    [InlineData("'open\n\nthe dogs' end", "“open\n\nthe dogs' end")]
    public void Resolve_tells_quotations_from_apostrophes(string text, string expected) =>
        Assert.Equal(expected, QuotationMarks.Resolve(TextCleaner.Clean(text, Script.Latin, [])).Chars.ToString());
}

using Kokoro.Synthesis;

namespace Kokoro.Tests.TextToClauses.Normalisation;

public sealed class NormalisationCaseParserTests
{
    private const int Line = 7;

    [Fact]
    public void Parse_plain_words_stand_for_their_next_occurrence()
    {
        var row = NormalisationCaseParser.Parse("en-us\ta cat, a cat\ta cat a cat", Line);

        Assert.Equal([("a", new(0, 1)), ("cat", new(2, 5)), ("a", new(7, 8)), ("cat", new(9, 12))], row.Words);
        Assert.Empty(row.LeftOut);
        Assert.Equal(Line, row.Line);
    }

    [Fact]
    public void Parse_bracket_gives_all_its_words_the_same_range()
    {
        var row = NormalisationCaseParser.Parse("en-gb\tPay £3.50 now\tPay [three pounds fifty=£3.50] now", Line);

        var price = new TextRange(4, 9);
        Assert.Equal([("Pay", new(0, 3)), ("three", price), ("pounds", price), ("fifty", price), ("now", new(10, 13))], row.Words);
        Assert.Equal(Language.BritishEnglish, row.Language);
    }

    [Fact]
    public void Parse_bracket_without_words_is_left_out_and_counted_in_code_units()
    {
        var row = NormalisationCaseParser.Parse("en-us\t😀 hi\t[=😀] hi", Line);

        Assert.Equal([new TextRange(0, 2)], row.LeftOut);
        Assert.Equal([("hi", new TextRange(3, 5))], row.Words);
    }

    [Fact]
    public void Parse_escapes_are_resolved_in_text_words_and_sources()
    {
        const string Text = @"C:\\a\tb\r\n[1] \uD83D";
        const string Expected = @"[C backslash a=C:\\a] b [=\[1\]] [=\uD83D]";

        var row = NormalisationCaseParser.Parse($"en-us\t{Text}\t{Expected}", Line);

        Assert.Equal("C:\\a\tb\r\n[1] \uD83D", row.Text);
        Assert.Equal([("C", new(0, 4)), ("backslash", new(0, 4)), ("a", new(0, 4)), ("b", new(5, 6))], row.Words);
        Assert.Equal([new(8, 11), new(12, 13)], row.LeftOut);
    }

    [Fact]
    public void Parse_source_may_hold_equals_signs_and_spaces()
    {
        var row = NormalisationCaseParser.Parse("en-us\ta == 5 km\ta [equals equals===] [five kilometers=5 km]", Line);

        Assert.Equal(new TextRange(2, 4), row.Words[1].Source);
        Assert.Equal(new TextRange(5, 9), row.Words[^1].Source);
    }

    [Theory]
    [InlineData("en-us\tone two\ttwo one", "'one' is not in the text after character 7")]
    [InlineData("en-us\tOne\tone", "'one' is not in the text after character 0")]
    [InlineData("en-us\tone", "2 columns in place of 3")]
    [InlineData("xx\tone\tone", "language 'xx'")]
    [InlineData("en-us\tone\t[one=one", "has no ']'")]
    [InlineData("en-us\tone\t[one]", "has no source")]
    [InlineData("en-us\tone\t[one=]", "has no source")]
    [InlineData("en-us\tone two\t[one=one]two", "a space is missing")]
    [InlineData("en-us\tone two\tone  two", "two spaces")]
    [InlineData("en-us\tone\\x\tone", "'\\x' is no escape")]
    [InlineData("en-us\tone\\u20\tone", "needs 4 hexadecimal digits")]
    [InlineData("en-us\tone\\\tone", "ends inside an escape")]
    public void Parse_row_that_breaks_the_notation_is_refused_with_its_line(string row, string reason)
    {
        var refused = Assert.Throws<FormatException>(() => NormalisationCaseParser.Parse(row, Line));

        Assert.StartsWith($"line {Line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }
}

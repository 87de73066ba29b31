using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Kokoro.Tests.Compat.AkkaConfiguration;

public sealed class HoconTests
{
    [Theory]
    [InlineData("a = 1\nb = 2")]
    [InlineData("a = 1, b = 2")]
    [InlineData("a : 1\r\nb : 2")]
    [InlineData("{ \"a\" : 1, \"b\" : 2 }")]
    [InlineData("\ta = 1 # one\n// two\nb = 2")]
    public void Fields_are_separated_by_lines_or_commas_and_set_by_equals_or_colon(string text)
    {
        var config = ConfigurationFactory.ParseString(text);
        Assert.Equal((1, 2), (config.GetInt("a"), config.GetInt("b")));
    }

    [Theory]
    [InlineData("a { b { c = 1 } }")]
    [InlineData("a.b.c = 1")]
    [InlineData("a { b.c = 1 }")]
    [InlineData("a = { b : { c = 1 } }")]
    public void Object_can_be_nested_or_dotted(string text) => Assert.Equal(1, ConfigurationFactory.ParseString(text).GetInt("a.b.c"));

    [Theory]
    [InlineData("a = text with spaces", "text with spaces")]
    [InlineData("a = \"quoted # text\"", "quoted # text")]
    [InlineData("a = \"line\\nand \\\"quote\\\"\"", "line\nand \"quote\"")]
    [InlineData("a = \"\"\"raw \\n text\"\"\"", "raw \\n text")]
    [InlineData("a = trailing   ", "trailing")]
    public void Text_may_be_bare_quoted_or_raw(string text, string expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetString("a"));

    [Theory]
    [InlineData("a = [1, 2, 3]")]
    [InlineData("a = [1\n2\n3]")]
    [InlineData("a = [1, 2, 3,]")]
    [InlineData("a = [1] [2, 3]")]
    public void List_is_separated_by_lines_or_commas_and_lists_are_joined(string text) =>
        Assert.Equal([1, 2, 3], ConfigurationFactory.ParseString(text).GetIntList("a"));

    [Fact]
    public void Last_value_wins() => Assert.Equal(2, ConfigurationFactory.ParseString("a = 1\na = 2").GetInt("a"));

    [Fact]
    public void Objects_of_one_key_merge()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1, c = 1 }\na.c = 2\na { d = 3 }");
        Assert.Equal((1, 2, 3), (config.GetInt("a.b"), config.GetInt("a.c"), config.GetInt("a.d")));
    }

    [Fact]
    public void Substitution_takes_the_value_of_another_key() =>
        Assert.Equal("1s", ConfigurationFactory.ParseString("base = 1s\na { b = ${base} }").GetString("a.b"));

    [Fact]
    public void Substitution_that_leads_nowhere_is_refused() =>
        Assert.ThrowsAny<FormatException>(() => ConfigurationFactory.ParseString("a = ${nowhere}"));

    [Theory]
    [InlineData("a = ${?nowhere}")]
    [InlineData("a = ${?HOME}")]
    public void Optional_substitution_that_leads_nowhere_is_null_and_knows_no_environment(string text) =>
        Assert.Null(ConfigurationFactory.ParseString(text).GetString("a"));

    [Fact]
    public void Quoted_key_keeps_its_dots() =>
        Assert.Equal(1, ConfigurationFactory.ParseString("\"/a.b/c\" { d = 1 }").GetInt("\"/a.b/c\".d"));

    [Fact]
    public void Path_is_a_key() => Assert.Equal(1, ConfigurationFactory.ParseString("/a/b { c = 1 }").GetInt("/a/b.c"));

    [Theory]
    [InlineData("a { b = 1 }, c = 2")]
    [InlineData("$a = 1")]
    public void Comma_after_a_brace_and_dollar_in_a_key_are_refused(string text) =>
        Assert.ThrowsAny<FormatException>(() => ConfigurationFactory.ParseString(text));

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    public void Truth_is_on_off_true_or_false(string text, bool expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {text}").GetBoolean("a"));

    [Fact]
    public void Other_words_are_no_truth() =>
        Assert.Throws<NotSupportedException>(() => ConfigurationFactory.ParseString("a = yes").GetBoolean("a"));

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("250", 250)]
    [InlineData("2s", 2000)]
    [InlineData("1.5s", 1500)]
    [InlineData("3 minutes", 180_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("infinite", -1)]
    public void Duration_has_a_unit_or_is_in_milliseconds(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), ConfigurationFactory.ParseString($"a = {text}").GetTimeSpan("a"));

    [Fact]
    public void Duration_in_an_unknown_unit_is_refused() =>
        Assert.ThrowsAny<FormatException>(() => ConfigurationFactory.ParseString("a = 5us").GetTimeSpan("a"));

    [Theory]
    [InlineData("100", 100)]
    [InlineData("100b", 100)]
    [InlineData("2k", 2048)]
    [InlineData("2KiB", 2048)]
    [InlineData("2kB", 2000)]
    [InlineData("1m", 1_048_576)]
    [InlineData("1G", 1_073_741_824)]
    public void Size_has_a_unit_or_is_in_bytes(string text, long bytes) =>
        Assert.Equal(bytes, ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));

    [Fact]
    public void Size_with_a_fraction_is_refused() =>
        Assert.ThrowsAny<FormatException>(() => ConfigurationFactory.ParseString("a = 1.5M").GetByteSize("a"));

    [Fact]
    public void Number_that_is_none_is_refused() =>
        Assert.ThrowsAny<FormatException>(() => ConfigurationFactory.ParseString("a = many").GetInt("a"));

    [Fact]
    public void Missing_key_has_the_default_of_its_type()
    {
        var config = ConfigurationFactory.ParseString("present = 1");
        Assert.Equal(
            (0, 0.0, false, TimeSpan.Zero),
            (config.GetInt("x"), config.GetDouble("x"), config.GetBoolean("x"), config.GetTimeSpan("x")));
        Assert.Null(config.GetString("x"));
        Assert.Null(config.GetConfig("x"));
        Assert.Null(config.GetByteSize("x"));
        Assert.Empty(config.GetStringList("x"));
        Assert.False(config.HasPath("x"));
    }

    [Fact]
    public void Missing_key_has_the_default_that_is_given()
    {
        var config = ConfigurationFactory.ParseString("present = 1");
        Assert.Equal((7, "seven", true), (config.GetInt("x", 7), config.GetString("x", "seven"), config.GetBoolean("x", true)));
        Assert.Equal(TimeSpan.FromSeconds(7), config.GetTimeSpan("x", TimeSpan.FromSeconds(7)));
    }

    [Fact]
    public void Scalar_is_no_list() => Assert.Empty(ConfigurationFactory.ParseString("a = 1").GetStringList("a"));

    [Fact]
    public void Section_is_a_config_of_its_own()
    {
        var section = ConfigurationFactory.ParseString("a { b { c = 1 } }").GetConfig("a.b");
        Assert.Equal(1, section.GetInt("c"));
    }

    [Fact]
    public void Fallback_fills_the_gaps_and_objects_merge()
    {
        Config upper = "a { b = 1 }";
        var config = upper.WithFallback("a { b = 2, c = 3 }\nd = 4");
        Assert.Equal((1, 3, 4), (config.GetInt("a.b"), config.GetInt("a.c"), config.GetInt("d")));
    }

    [Fact]
    public void Config_is_not_its_own_fallback()
    {
        Config config = "a = 1";
        Assert.Throws<ArgumentException>(() => config.WithFallback(config));
    }

    [Fact]
    public void Include_reads_what_the_callback_finds()
    {
        var files = new Dictionary<string, string> { ["more.conf"] = "c = 2\nb = hidden" };
        HoconRoot Read(string name) => Parser.Parse(files[name], Read);
        var config = ConfigurationFactory.ParseString("a { include \"more.conf\"\nb = 1 }", Read);
        Assert.Equal((1, 2), (config.GetInt("a.b"), config.GetInt("a.c")));
    }

    [Fact]
    public void Empty_text_is_an_empty_config() => Assert.True(ConfigurationFactory.ParseString("").IsEmpty);
}

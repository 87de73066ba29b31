using Kokoro.Synthesis;

namespace Kokoro.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en-us", "en-us")]
    [InlineData("EN-GB", "en-gb")]
    [InlineData("en", "en-us")]
    [InlineData("b", "en-gb")]
    [InlineData("pt-br", "pt")]
    [InlineData("fr-FR", "fr")]
    public void Find_a_code_in_any_common_form_is_known(string code, string expected) => Assert.Equal(expected, Language.Find(code).Code);

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData("\u001b[2J")]
    public void Find_another_language_is_refused_with_the_list(string code)
    {
        var refused = Assert.Throws<SpeechException>(() => Language.Find(code));

        Assert.Equal(SpeechErrorCode.LanguageUnknown, refused.Code);
        Assert.Contains("en-us, en-gb, es, fr, hi, it, pt", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', refused.Message);
    }
}

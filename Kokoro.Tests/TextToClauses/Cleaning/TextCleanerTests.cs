using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;
using Kokoro.Synthesis.TextToClauses.Cleaning;

namespace Kokoro.Tests.TextToClauses.Cleaning;

public class TextCleanerTests
{
    [Theory]
    [InlineData("cafe\u0301", "café")]
    [InlineData("n\u0303 A\u030A", "ñ Å")]
    [InlineData("x\u0301", "x")]
    [InlineData("Nguyễn ẞ", "Nguyen ß")]
    [InlineData("ＡＢ１２！", "AB12!")]
    [InlineData("𝗯𝗼𝗹𝗱 𝟙", "bold 1")]
    [InlineData("ﬁsh ſo", "fish so")]
    [InlineData("٣ १२", "3 12")]
    [InlineData("so\u00ADft ze\u200Bro \uFEFFbom a\u202Eb ️x", "soft zero bom ab x")]
    [InlineData("a\u0000b\u0085c\u0090d\uDC00e", "ab\ncde")]
    [InlineData("a\tb\r\nc\rd\u00A0e\u3000f\u2028g", "a b\nc\nd e f\ng")]
    [InlineData("一、二。", "\uFFFC,\uFFFC.")]
    [InlineData("«a» „b“ 'c’", "“a” “b“ 'c’")]
    [InlineData("x – y ― z ‐ ‑", "x – y — z - -")]
    [InlineData("1️⃣", "\uFFFC")]
    public void Clean_gives_characters_that_the_stage_knows(string text, string expected) =>
        Assert.Equal(expected, TextCleaner.Clean(text, Script.Latin, []).Chars.ToString());

    [Fact]
    public void Clean_keeps_the_place_of_every_character()
    {
        const string Text = "\uFEFFa👩🏽‍🚀b\r\ncafe\u0301 \u202Eﬁ\0x";
        var clean = TextCleaner.Clean(Text, Script.Latin, []);

        var sources = Enumerable.Range(0, clean.Chars.Length).Select(at => Shown.Of(Text, clean.Source(at, at + 1)));

        Assert.Equal(["a", "👩🏽‍🚀", "b", "\r\n", "c", "a", "f", "e\u0301", " ", "ﬁ", "ﬁ", "x"], sources);
    }

    [Fact]
    public void Clean_hindi_keeps_devanagari_and_latin()
    {
        List<LeftOut> leftOut = [];

        var clean = TextCleaner.Clean("नमस्ते Google १२। мир", Script.Devanagari, leftOut);

        Assert.Equal("नमस्ते Google 12. \uFFFC", clean.Chars.ToString());
        Assert.Equal(LeftOutReason.OtherScript, Assert.Single(leftOut).Reason);
    }

    [Fact]
    public void Clean_english_leaves_devanagari_out() => Assert.Equal("OtherScript{नमस्ते दुनिया}", Shown.LeftOut("a नमस्ते दुनिया"));

    [Fact]
    public void Composition_gives_the_letters_that_unicode_gives()
    {
        Assert.Equal('é', Composition.Compose('e', new('\u0301')));
        Assert.Equal('Ÿ', Composition.Compose('Y', new('\u0308')));
        Assert.Equal('ő', Composition.Compose('o', new('\u030B')));
        Assert.Equal('q', Composition.Compose('q', new('\u0301')));
    }
}

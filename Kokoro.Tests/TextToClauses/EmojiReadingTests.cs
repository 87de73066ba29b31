using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses;

public sealed class EmojiReadingTests
{
    private static readonly TextOptions Named = new(EmojiReading.Named);

    [Theory]
    [InlineData("Hi 😀 there", "Hi@0..2 grinning@3..5 face@3..5 there@6..11", "")]
    [InlineData("❤️ you 5 times", "red@0..2 heart@0..2 you@3..6 five@7..8 times@9..14", "")]
    [InlineData("ok👍🏽ok", "ok@0..2 thumbs@2..6 up@2..6 ok@6..8", "")]
    [InlineData("The 👨‍👩‍👧‍👦 is here.", "The@0..3 family@4..15 is@16..18 here@19..23", "")]
    [InlineData("An 👩🏽‍🚀!", "An@0..2 astronaut@3..10", "")]
    [InlineData("Fly to 🇩🇪🇫🇷 on May 5", "Fly@0..3 to@4..6 flag@7..11 of@7..11 germany@7..11 flag@11..15 of@11..15 france@11..15 on@16..18 May@19..22 fifth@23..24", "")]
    [InlineData("🇫🇯 x", "flag@0..4 x@5..6", "")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 won", "flag@0..14 of@0..14 england@0..14 won@15..18", "")]
    [InlineData("1️⃣ Mix 2 eggs", "one@0..3 Mix@4..7 two@8..9 eggs@10..14", "")]
    [InlineData("Room 1️⃣1️⃣", "Room@0..4 one@5..8 one@8..11", "")]
    [InlineData("Won 🎉🎉🎉!", "Won@0..3 party@4..6 popper@4..6", "Picture@6..8 Picture@8..10")]
    [InlineData("😂 😂  😂 ok", "tears@0..2 of@0..2 joy@0..2 ok@10..12", "Picture@3..5 Picture@7..9")]
    [InlineData("👍🏻👍🏿", "thumbs@0..4 up@0..4", "Picture@4..8")]
    [InlineData("🔥a🔥", "fire@0..2 a@2..3 fire@3..5", "")]
    [InlineData("🔥🎉🔥", "fire@0..2 party@2..4 popper@2..4 fire@4..6", "")]
    [InlineData("🔥\n🔥", "fire@0..2 fire@3..5", "")]
    [InlineData("a 🪬 🔥 b", "a@0..1 fire@5..7 b@8..9", "Picture@2..4")]
    [InlineData("🔥 🪬 🔥", "fire@0..2 fire@6..8", "Picture@3..5")]
    [InlineData("a 🇩 b", "a@0..1 b@5..6", "Picture@2..4")]
    [InlineData("🎂", "birthday@0..2 cake@0..2", "")]
    [InlineData("🆘 now", "S@0..2 O@0..2 S@0..2 now@3..6", "")]
    [InlineData("see [this](http://x.y/🎉) 🎉", "see@0..3 this@5..9 party@26..28 popper@26..28", "Silent@4..5 Silent@9..10 Silent@10..25")]
    public void Cut_named_emoji_are_words_over_the_whole_sequence(string text, string words, string leftOut)
    {
        var cut = TextCutter.Cut(text, Language.AmericanEnglish, Named);

        Assert.Equal(words, string.Join(' ', WordsOf(cut).Select(word => $"{word.Text}@{word.Source}")));
        Assert.Equal(leftOut, string.Join(' ', cut.LeftOut.Select(each => $"{each.Reason}@{each.Source}")));
    }

    [Fact]
    public void Cut_named_emoji_carry_the_name_of_their_rule()
    {
        var words = WordsOf(TextCutter.Cut("so 🎉", Language.BritishEnglish, Named));

        Assert.Equal(["word", "emoji", "emoji"], words.Select(word => word.Rule));
    }

    [Theory]
    [InlineData("Wow 🎉, ok", "Wow party popper , ok")]
    [InlineData("Wow 🎉! Ok", "Wow party popper ! Ok")]
    [InlineData("Wow (🎉) ok", "Wow ( party popper ) ok")]
    [InlineData("- 🎉", "party popper")]
    public void Cut_marks_at_named_emoji_stay_where_they_were(string text, string parts)
    {
        var cut = TextCutter.Cut(text, Language.AmericanEnglish, Named);

        Assert.Equal(parts, string.Join(' ', cut.Clauses.SelectMany(clause => clause.Parts).Select(part => part is SpokenWord word ? word.Text : $"{((Mark)part).Symbol}")));
    }

    [Theory]
    [InlineData("es")]
    [InlineData("hi")]
    public void Cut_other_languages_have_no_names(string code)
    {
        var cut = TextCutter.Cut("OK 🎉", Language.Find(code), Named);

        Assert.Equal("OK", Assert.Single(WordsOf(cut)).Text);
        Assert.Equal(new LeftOut(new TextRange(3, 5), LeftOutReason.Picture), Assert.Single(cut.LeftOut));
    }

    [Fact]
    public void Cut_leaves_emoji_out_by_default()
    {
        var cut = TextCutter.Cut("so 🎉", Language.AmericanEnglish, TextOptions.Default);

        Assert.Equal("so", Assert.Single(WordsOf(cut)).Text);
        Assert.Equal(LeftOutReason.Picture, Assert.Single(cut.LeftOut).Reason);
    }

    private static IEnumerable<SpokenWord> WordsOf(CutText cut) => cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>();
}

using System.Diagnostics;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses;

public class TextCutterTests
{
    [Theory]
    [InlineData("Hello, world.", "Hello·, | world·. ¶")]
    [InlineData("  Hello  ", "Hello ¶")]
    [InlineData("One. Two! Three? Four… five: six; seven", "One·. ‖ Two·! ‖ Three·? ‖ Four·… | five·: | six·; | seven ¶")]
    [InlineData("What?! Yes.", "What·?·! ‖ Yes·. ¶")]
    [InlineData("\"Stop.\" She did.", "“·Stop·.·” ‖ She did·. ¶")]
    [InlineData("“Why?” he asked.", "“·Why·?·” | he asked·. ¶")]
    [InlineData("She (the tall one) left.", "She (·the tall one·) left·. ¶")]
    [InlineData("He left (late.) Then", "He left (·late·.·) ‖ Then ¶")]
    [InlineData("No \"quotes\" end it", "No “·quotes·” end it ¶")]
    [InlineData("wait...” “...no", "wait·…·” | “·…·no ¶")]
    [InlineData("…and then", "…·and then ¶")]
    [InlineData("— Yes — no", "— Yes — | no ¶")]
    [InlineData("word—word", "word·— |·word ¶")]
    [InlineData("word — word", "word — | word ¶")]
    [InlineData("word -- word - word", "word — | word — | word ¶")]
    [InlineData("a well-known fact", "a well-known fact ¶")]
    [InlineData("end.Next one", "end·. ‖·Next one ¶")]
    [InlineData("no end!!!", "no end·! ¶")]
    [InlineData("He said . . . nothing", "He said … | nothing ¶")]
    public void Cut_marks_end_clauses_where_they_end_them(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    [Theory]
    [InlineData("pi is 3.14 here", "pi is three{3.14} point{3.14} one{3.14} four{3.14} here ¶")]
    [InlineData("at 3:30 today", "at three{3:30} thirty{3:30} today ¶")]
    [InlineData("1,234 men", "one{1,234} thousand{1,234} two{1,234} hundred{1,234} thirty{1,234} four{1,234} men ¶")]
    [InlineData("Dr. Who", "doctor{Dr.} Who ¶")]
    [InlineData("e.g. cats", "for{e.g.} example{e.g.} cats ¶")]
    [InlineData("J. R. R. Tolkien", "J{J.} R{R.} R{R.} Tolkien ¶")]
    [InlineData("the U.S. Army", "the U{U.S.} S{U.S.} Army ¶")]
    [InlineData("open file.txt now", "open file{file.txt} dot{file.txt} T{file.txt} X{file.txt} T{file.txt} now ¶")]
    [InlineData("std::string", "std string ¶")]
    public void Cut_marks_inside_of_things_end_nothing(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    [Theory]
    [InlineData("one\ntwo", "one two ¶")]
    [InlineData("one\r\n\r\ntwo", "one § two ¶")]
    [InlineData("one\n \t\ntwo", "one § two ¶")]
    [InlineData("one.\n\n\n\ntwo", "one·. ¶ two ¶")]
    [InlineData("## Title\ntext", "Title § text ¶")]
    [InlineData("text\n# Title", "text ¶ Title ¶")]
    [InlineData("a list:\n- one\n- two", "a list·: • one • two ¶")]
    [InlineData("one\n***\ntwo", "one § two ¶")]
    [InlineData("he left in\n1984. Then", "he left in nineteen{1984} eighty{1984} four{1984}·. ‖ Then ¶")]
    [InlineData("#tag here", "hashtag{#tag} tag{#tag} here ¶")]
    [InlineData("one\n\n...\n\ntwo", "one § two ¶")]
    public void Cut_blank_lines_and_headings_end_paragraphs(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    [Theory]
    [InlineData("# Title\n\ntext", "Title § text ¶")]
    [InlineData("A Title\n=======\ntext", "A Title § text ¶")]
    [InlineData("**A title**\n\ntext", "A title § text ¶")]
    [InlineData("one\n\ntwo\n\nthree.", "one § two § three·. ¶")]
    [InlineData("Dear John,\n\ntext", "Dear John·, ¶ text ¶")]
    [InlineData("“Why?”\n\ntext", "“·Why·?·” ¶ text ¶")]
    [InlineData("two\nlines\n\ntext", "two lines ¶ text ¶")]
    [InlineData("a line that is far too long to be the title of anything that anybody would ever read\n\ntext",
        "a line that is far too long to be the title of anything that anybody would ever read ¶ text ¶")]
    [InlineData("text\n\nlast line", "text § last line ¶")]
    public void Cut_titles_are_headings(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    [Theory]
    [InlineData("- one\n- two\n\ntext", "one • two ¶ text ¶")]
    [InlineData("* one\n\n* two", "one • two ¶")]
    [InlineData("• one\n\n\n+ two", "one • two ¶")]
    [InlineData("- one\n  goes on\n- two", "one goes on • two ¶")]
    [InlineData("- one\n# Title\ntext", "one ¶ Title § text ¶")]
    [InlineData("Do:\n1. this\n2. that", "Do·: • one{1}·. ‖ this • two{2}·. ‖ that ¶")]
    [InlineData("1) this\n2) that", "one{1}·) this • two{2}·) that ¶")]
    [InlineData("it was in\n12. May it be", "it was in twelve{12}·. ‖ May it be ¶")]
    [InlineData("it was\n4000. Then", "it was four{4000} thousand{4000}·. ‖ Then ¶")]
    public void Cut_list_items_end_as_such(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    [Theory]
    [InlineData("hi 😀 there", "Picture{😀}")]
    [InlineData("a 👩🏽‍🚀 b 🇩🇪 c ❤️ d", "Picture{👩🏽‍🚀} Picture{🇩🇪} Picture{❤️}")]
    [InlineData("the word привет мир, ok", "OtherScript{привет мир}")]
    [InlineData("say 你好 and שלום", "OtherScript{你好} OtherScript{שלום}")]
    [InlineData("a\0b\u0007 c", "NotText{\0} NotText{\u0007}")]
    [InlineData("a {\0{ c", "Silent{{\0{}")]
    [InlineData("**bold** [x]", "Silent{**} Silent{**}")]
    [InlineData("What?!?! ok", "Silent{?} Silent{!}")]
    [InlineData("## Title", "Silent{##}")]
    [InlineData("a \"привет\" b", "Silent{\"} OtherScript{привет} Silent{\"}")]
    [InlineData("a  \u00A0\t b\u200B\uFEFF", "")]
    public void Cut_what_is_not_spoken_is_reported(string text, string expected) => Assert.Equal(expected, Shown.LeftOut(text));

    [Fact]
    public void Cut_lone_surrogates_are_reported_and_split_nothing()
    {
        const string Text = "lo\uD800ne \uDC00 end";

        Assert.Equal("lone{lo\uD800ne} end ¶", Shown.Cut(Text));
        Assert.Equal("NotText{\uD800} NotText{\uDC00}", Shown.LeftOut(Text));
    }

    [Fact]
    public void Cut_left_out_things_keep_their_neighbours_apart() => Assert.Equal("a b·, | c ¶", Shown.Cut("a😀b привет, c"));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000")]
    [InlineData("\uFEFF\u200B")]
    public void Cut_blank_text_is_refused(string text)
    {
        var refusal = Assert.Throws<SpeechException>(() => TextCutter.Cut(text, Language.AmericanEnglish));

        Assert.Equal(SpeechErrorCode.TextEmpty, refusal.Code);
    }

    [Theory]
    [InlineData("😀 🎉", "emoji")]
    [InlineData("привет", "letters of another script")]
    [InlineData("... --- !!!", "symbols and marks")]
    [InlineData("\0\uD800", "control characters")]
    public void Cut_nothing_speakable_names_what_was_there(string text, string named)
    {
        var refusal = Assert.Throws<SpeechException>(() => TextCutter.Cut(text, Language.AmericanEnglish));

        Assert.Equal(SpeechErrorCode.NothingSpeakable, refusal.Code);
        Assert.Contains(named, refusal.Message);
    }

    [Fact]
    public void Cut_number_of_65_digits_is_refused_with_its_place()
    {
        var text = "see " + new string('7', 65) + " here";

        var refusal = Assert.Throws<SpeechException>(() => TextCutter.Cut(text, Language.AmericanEnglish));

        Assert.Equal(SpeechErrorCode.NumberTooLong, refusal.Code);
        Assert.Equal(new TextRange(4, 69), refusal.Place);
        Assert.Single(TextCutter.Cut(text.Remove(4, 1), Language.AmericanEnglish).Clauses);
    }

    [Fact]
    public void Cut_grouped_number_counts_all_of_its_digits()
    {
        var text = "1" + string.Concat(Enumerable.Repeat(",000", 22));

        var refusal = Assert.Throws<SpeechException>(() => TextCutter.Cut(text, Language.AmericanEnglish));

        Assert.Equal((SpeechErrorCode.NumberTooLong, new TextRange(0, text.Length)), (refusal.Code, refusal.Place));
        Assert.StartsWith("one{" + text[..^4] + "} vigintillion{", Shown.Cut(text[..^4]));
    }

    [Fact]
    public void Cut_word_of_1001_characters_is_refused_with_its_place()
    {
        var text = "a " + new string('x', 1001);

        var refusal = Assert.Throws<SpeechException>(() => TextCutter.Cut(text, Language.AmericanEnglish));

        Assert.Equal((SpeechErrorCode.WordTooLong, new TextRange(2, 1003)), (refusal.Code, refusal.Place));
        Assert.Single(TextCutter.Cut(text[..^1], Language.AmericanEnglish).Clauses);
    }

    [Fact]
    public void Cut_clauses_are_numbered_and_never_cut_by_size()
    {
        var cut = TextCutter.Cut(string.Concat(Enumerable.Repeat("word ", 5000)) + ". And. ", Language.AmericanEnglish);

        Assert.Equal([0, 1], cut.Clauses.Select(clause => clause.Index));
        Assert.Equal(5001, cut.Clauses[0].Parts.Length);
    }

    /// <summary>Each repeats what could make a scanner look far ahead again and again. A linear one needs a few hundredths of a second; a quadratic one minutes.</summary>
    /// <summary>The look-ahead of a rule ends after "f", the first of two letters that stand for one character.</summary>
    [Theory]
    [InlineData("a.", "b", 252)]
    [InlineData("/a/", "b/", 510)]
    public void Words_that_part_a_folded_character_share_a_range(string start, string unit, int count)
    {
        var text = $"{start}{string.Concat(Enumerable.Repeat(unit, count))}ﬁx it";

        var words = TextCutter.Cut(text, Language.AmericanEnglish).Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().ToList();

        Assert.Equal("it", words[^1].Text);
        Assert.Equal(new TextRange(0, text.Length - " it".Length), words[^2].Source);
        Assert.All(words[..^1], word => Assert.Equal(words[0].Source, word.Source));
    }

    [Theory]
    [InlineData("The old clock struck 3:30, Dr. Smith said: \"don't ask (again)\" - well. ")]
    [InlineData("a.b.")]
    [InlineData("a_")]
    [InlineData("a+")]
    [InlineData("a@b.")]
    [InlineData("a/b/")]
    [InlineData("x.x/x ")]
    [InlineData("http://")]
    [InlineData("()")]
    [InlineData("?!")]
    [InlineData("1,")]
    [InlineData("'a' ")]
    [InlineData("“a")]
    [InlineData("A. ")]
    [InlineData("я ")]
    [InlineData("😀\u200D")]
    [InlineData("a\u0301\0")]
    [InlineData("1-")]
    [InlineData("1 - 1 ")]
    [InlineData("a-1-")]
    [InlineData("5 km–")]
    [InlineData("$1-")]
    [InlineData("$")]
    [InlineData("[a](")]
    [InlineData("[")]
    [InlineData("<a ")]
    [InlineData("&a")]
    [InlineData("`a.B ")]
    [InlineData("`")]
    [InlineData("--a-")]
    [InlineData("A&")]
    [InlineData("AB CD ")]
    [InlineData("XI ")]
    [InlineData("#a_")]
    [InlineData("@")]
    [InlineData("/a")]
    [InlineData("a/b.c ")]
    [InlineData("C:\\")]
    [InlineData("0 1 ")]
    [InlineData("1\u00A0000\u00A0")]
    [InlineData("1/2 ")]
    [InlineData("12:34:")]
    [InlineData("May 5 ")]
    [InlineData("a1")]
    [InlineData("(555) ")]
    [InlineData("v1.")]
    [InlineData("U.S. ")]
    [InlineData("etc. (")]
    [InlineData("St. ")]
    [InlineData("- a\n")]
    [InlineData(" ")]
    [InlineData("2×", "2a")]
    [InlineData("1.", "1a")]
    public void Cut_time_is_linear(string unit, string end = "")
    {
        var text = "a " + string.Concat(Enumerable.Repeat(unit, 50_000 / unit.Length)) + end;
        var watch = Stopwatch.StartNew();

        try
        {
            Assert.NotEmpty(TextCutter.Cut(text, Language.AmericanEnglish).Clauses);
        }
        catch (SpeechException refusal)
        {
            Assert.Equal(SpeechErrorCode.WordTooLong, refusal.Code);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }
}

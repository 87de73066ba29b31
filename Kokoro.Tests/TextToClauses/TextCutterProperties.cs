using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses;

public class TextCutterProperties
{
    private static readonly Arbitrary<string[]> Texts = GeneratedText.Fragments;

    [Fact]
    public void Cut_any_text_gives_clauses_or_a_named_refusal() => Generated.Check(Texts, fragments =>
    {
        foreach (var language in Language.All)
            _ = TryCut(string.Concat(fragments), language);
    });

    [Fact]
    public void Cut_words_lie_inside_the_text_in_order_without_overlap() => ForEachCut((text, _, cut) =>
    {
        var previous = new TextRange(0, 0);
        foreach (var part in cut.Clauses.SelectMany(clause => clause.Parts))
        {
            Assert.InRange(part.Source.End, part.Source.Start + 1, text.Length);
            Assert.True(part.Source == previous || part.Source.Start >= previous.End, $"{part.Source} after {previous}");
            previous = part.Source;
        }

        var end = 0;
        foreach (var leftOut in cut.LeftOut)
        {
            Assert.InRange(leftOut.Source.Start, end, text.Length - 1);
            end = leftOut.Source.End;
        }
    });

    [Fact]
    public void Cut_every_letter_and_digit_is_in_a_word_or_was_left_out() => ForEachCut((text, language, cut) =>
    {
        var words = cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().Select(word => word.Source).Distinct().ToArray();
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && Rune.IsLetterOrDigit(rune) && rune.Value is not (0xB5 or 0x115F or 0x1160 or 0x3164 or 0xFFA0))
            {
                var isSpoken = words.Count(word => word.Start <= at && at + length <= word.End);
                var isLeftOut = cut.LeftOut.Count(each => each.Source.Start <= at && at + length <= each.Source.End);
                Assert.True(isSpoken + isLeftOut == 1, $"U+{rune.Value:X} at {at} is spoken {isSpoken} times and left out {isLeftOut} times");
                // English leaves markup and citations out; elsewhere every ASCII letter is spoken.
                if (rune.IsAscii && !language.IsEnglish && Rune.IsLetter(rune))
                    Assert.Equal(1, isSpoken);
            }

            at += length;
        }
    });

    [Fact]
    public void Cut_words_hold_only_what_an_engine_may_be_given() => ForEachCut((_, language, cut) =>
    {
        foreach (var word in cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>())
        {
            Assert.InRange(word.Text.Length, 1, 1000);
            Assert.DoesNotContain(word.Text, character =>
                char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character) || Mark.All.Contains(character));
            Assert.All(word.Text.Where(char.IsLetter), letter =>
                Assert.True(letter < 0x250 || (letter is >= '\u0900' and <= '\u097F' && language.Script == Script.Devanagari), $"U+{(int)letter:X}"));
        }
    });

    [Fact]
    public void Cut_clauses_end_at_a_mark_or_a_paragraph() => ForEachCut((_, _, cut) =>
    {
        Assert.Equal(Enumerable.Range(0, cut.Clauses.Length), cut.Clauses.Select(clause => clause.Index));
        Assert.True(cut.Clauses[^1].End >= ClauseEnd.ListItem);
        foreach (var clause in cut.Clauses.Where(clause => clause.End < ClauseEnd.ListItem))
        {
            var trailing = clause.Parts.Reverse().TakeWhile(part => part is Mark).Cast<Mark>();
            Assert.Contains(trailing, mark => Mark.ClauseEnds.Contains(mark.Symbol));
        }
    });

    [Fact]
    public void Cut_is_deterministic() => ForEachCut((text, language, cut) =>
    {
        var again = TextCutter.Cut(text, language);

        Assert.Equal(cut.LeftOut.AsEnumerable(), again.LeftOut.AsEnumerable());
        Assert.Equal(cut.Clauses.SelectMany(clause => clause.Parts), again.Clauses.SelectMany(clause => clause.Parts));
    });

    private static void ForEachCut(Action<string, Language, CutText> check) => Generated.Check(Texts, fragments =>
    {
        var text = string.Concat(fragments);
        foreach (var language in new[] { Language.AmericanEnglish, Language.BritishEnglish, Language.Find("fr"), Language.Find("hi") })
        {
            if (TryCut(text, language) is { } cut)
                check(text, language, cut);
        }
    });

    private static CutText? TryCut(string text, Language language)
    {
        try
        {
            return TextCutter.Cut(text, language);
        }
        catch (SpeechException refusal)
        {
            Assert.True(
                refusal.Code is SpeechErrorCode.TextEmpty or SpeechErrorCode.NothingSpeakable or SpeechErrorCode.NumberTooLong or SpeechErrorCode.WordTooLong,
                refusal.Code.ToString());
            return null;
        }
    }
}

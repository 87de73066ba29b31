using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses;

public sealed class EmojiReadingProperties
{
    private static readonly TextOptions Named = new(EmojiReading.Named);

    [Fact]
    public void Cut_named_every_emoji_is_spoken_or_left_out_exactly_once() => ForEachCut((text, cut, _) =>
    {
        var words = cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().Select(word => word.Source).Distinct().ToArray();
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            if (rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF)
            {
                var isSpoken = words.Count(word => word.Start <= at && at + length <= word.End);
                var isLeftOut = cut.LeftOut.Count(each => each.Source.Start <= at && at + length <= each.Source.End);
                Assert.True(isSpoken + isLeftOut == 1, $"U+{rune.Value:X} at {at} is spoken {isSpoken} times and left out {isLeftOut} times");
            }

            at += length;
        }
    });

    [Fact]
    public void Cut_named_parts_and_what_is_left_out_stand_in_order_without_overlap() => ForEachCut((text, cut, _) =>
    {
        var sources = cut.Clauses.SelectMany(clause => clause.Parts).Select(part => part.Source).Distinct();
        var end = 0;
        foreach (var source in sources)
        {
            Assert.InRange(source.Start, end, text.Length - 1);
            end = source.End;
        }

        end = 0;
        foreach (var leftOut in cut.LeftOut)
        {
            Assert.InRange(leftOut.Source.Start, end, text.Length - 1);
            end = leftOut.Source.End;
        }
    });

    [Fact]
    public void Cut_named_reads_all_else_as_without_names() => ForEachCut((_, cut, without) =>
    {
        var rest = Said(cut).Where(word => word.Rule != "emoji");

        Assert.Equal(without is null ? [] : Said(without), rest);
    });

    private static IEnumerable<(string Text, TextRange Source, string Rule)> Said(CutText cut) =>
        cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().Select(word => (word.Text, word.Source, word.Rule));

    /// <param name="check">Takes the text, its cut with names and the one without, null where nothing but emoji can be spoken.</param>
    private static void ForEachCut(Action<string, CutText, CutText?> check) => Generated.Check(GeneratedText.FragmentsWithEmoji, fragments =>
    {
        var text = string.Concat(fragments);
        if (TryCut(text, Named) is { } cut)
            check(text, cut, TryCut(text, TextOptions.Default));
    });

    private static CutText? TryCut(string text, TextOptions options)
    {
        try
        {
            return TextCutter.Cut(text, Language.AmericanEnglish, options);
        }
        catch (SpeechException refusal) when (refusal.Code is SpeechErrorCode.TextEmpty or SpeechErrorCode.NothingSpeakable or SpeechErrorCode.NumberTooLong or SpeechErrorCode.WordTooLong)
        {
            return null;
        }
    }
}

using Kokoro.Synthesis.TextToClauses.Cleaning;
using Kokoro.Synthesis.TextToClauses.Normalisation;
using Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

namespace Kokoro.Synthesis.TextToClauses.Cutting;

/// <summary>Reads a paragraph from left to right as words, marks and what is silent.</summary>
internal sealed class ParagraphReader(CleanText clean, Language language, ClauseAssembler clauses, List<LeftOut> leftOut)
{
    /// <summary>Whether white space stood since the last word, mark or silent symbol.</summary>
    private bool _spaceBefore;

    public void Read(Paragraph paragraph)
    {
        if (paragraph.Body > paragraph.Start)
            leftOut.Add(new LeftOut(clean.Source(paragraph.Start, paragraph.Body), LeftOutReason.Silent));
        var body = clean.Chars[paragraph.Body..paragraph.End];
        for (var at = 0; at < body.Length;)
            at += Take(body, at, paragraph.Body);
        clauses.EndParagraph(paragraph.Break);
        _spaceBefore = true;
    }

    /// <returns>How many characters were taken.</returns>
    private int Take(ReadOnlySpan<char> paragraph, int at, int start)
    {
        var first = paragraph[at];
        if (first is ' ' or '\n' or CleanText.DigitSpace)
        {
            _spaceBefore = true;
            return 1;
        }

        if (first == CleanText.Gap)
        {
            if (clean.PictureName(start + at) is { } name)
                Say(Reading.Of(1, name), EmojiNamer.Rule, start + at, isSmall: false);
            return 1;
        }

        if (ReadingRules.Read(paragraph, at, language, out var rule) is { } reading)
        {
            if (reading.Words.IsEmpty)
            {
                leftOut.Add(new LeftOut(clean.Source(start + at, start + at + reading.Length), LeftOutReason.Silent));
                return reading.Length;
            }

            Say(reading, rule, start + at, char.IsLower(first));
            return reading.Length;
        }

        if (MarkReader.TryRead(paragraph, at, out var symbol, out var length))
        {
            // The space before something left out is not the mark's: "hello 😀, world" is "hello, world".
            var space = _spaceBefore && (at == 0 || paragraph[at - 1] != CleanText.Gap);
            clauses.AddMark(new Mark(symbol, clean.Source(start + at, start + at + length), space));
            _spaceBefore = false;
            return length;
        }

        var silent = 1;
        while (at + silent < paragraph.Length && paragraph[at + silent] == first)
            silent++;
        leftOut.Add(new LeftOut(clean.Source(start + at, start + at + silent), LeftOutReason.Silent));
        return silent;
    }

    private void Say(Reading reading, string rule, int start, bool isSmall)
    {
        clauses.AddWords(reading.Words, rule, clean.Source(start, start + reading.Length), _spaceBefore, isSmall);
        _spaceBefore = false;
    }
}

using Kokoro.Synthesis.TextToClauses.Cleaning;
using Kokoro.Synthesis.TextToClauses.Cutting;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// The stage from text to clauses: clean, tell quotation marks from apostrophes, read what is no plain word as words, and cut
/// at the marks that end a clause. Pure; time and memory are linear in the length of the text.
/// </summary>
public static class TextCutter
{
    /// <param name="text">Any UTF-16, lone surrogates included.</param>
    /// <param name="language">Decides which letters can be spoken and how numbers, symbols and abbreviations are read.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.TextEmpty"/>, <see cref="SpeechErrorCode.NothingSpeakable"/>,
    /// <see cref="SpeechErrorCode.NumberTooLong"/> or <see cref="SpeechErrorCode.WordTooLong"/>.
    /// </exception>
    public static CutText Cut(string text, Language language)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);

        var leftOut = new List<LeftOut>();
        var clean = QuotationMarks.Resolve(TextCleaner.Clean(text, language.Script, leftOut));
        LengthLimits.Check(clean, language);

        var clauses = new ClauseAssembler(leftOut);
        var reader = new ParagraphReader(clean, language, clauses, leftOut);
        foreach (var paragraph in Paragraphs.Of(clean))
            reader.Read(paragraph);

        // Cleaning and reading each report in order; their reports interleave.
        leftOut.Sort((a, b) => a.Source.Start.CompareTo(b.Source.Start));
        if (clauses.Clauses.Count == 0)
            throw NothingToSpeak.In(leftOut, language);
        return new CutText([.. clauses.Clauses], [.. leftOut]);
    }
}

using System.Collections.Immutable;
using Kokoro.Synthesis.TextToClauses.Cleaning;
using Kokoro.Synthesis.TextToClauses.Cutting;
using Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

namespace Kokoro.Synthesis.TextToClauses;

/// <summary>
/// The stage from text to clauses: clean, tell quotation marks from apostrophes, read what is no plain word as words, and cut
/// at the marks that end a clause. Pure; time and memory are linear in the length of the text.
/// </summary>
public static class TextCutter
{
    /// <param name="text">Any UTF-16, lone surrogates included.</param>
    /// <param name="language">Decides which letters can be spoken and how numbers, symbols and abbreviations are read.</param>
    /// <param name="options">What a listener chose; <see cref="TextOptions.Default"/> without it.</param>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.TextEmpty"/>, <see cref="SpeechErrorCode.NothingSpeakable"/>,
    /// <see cref="SpeechErrorCode.NumberTooLong"/> or <see cref="SpeechErrorCode.WordTooLong"/>.
    /// </exception>
    public static CutText Cut(string text, Language language, TextOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);

        var leftOut = new List<LeftOut>();
        var namer = language.IsEnglish && options is { Emoji: EmojiReading.Named } ? new EmojiNamer(text) : null;
        var clean = QuotationMarks.Resolve(TextCleaner.Clean(text, language.Script, leftOut, namer is null ? null : namer.Name));
        LengthLimits.Check(clean, language);

        var clauses = new ClauseAssembler(leftOut);
        var reader = new ParagraphReader(clean, language, clauses, leftOut);
        foreach (var paragraph in Paragraphs.Of(clean))
            reader.Read(paragraph);

        if (clauses.Clauses.Count == 0)
            throw NothingToSpeak.In(leftOut, language);
        return new CutText([.. clauses.Clauses], InOrder(leftOut));
    }

    /// <summary>
    /// Cleaning and reading report one after the other. A broken character inside of a silent stretch is reported with it: the
    /// reader sees the stretch without it, and reports are not to overlap.
    /// </summary>
    private static ImmutableArray<LeftOut> InOrder(List<LeftOut> leftOut)
    {
        leftOut.Sort((a, b) => a.Source.Start.CompareTo(b.Source.Start));
        var ordered = ImmutableArray.CreateBuilder<LeftOut>(leftOut.Count);
        foreach (var each in leftOut)
        {
            if (ordered.Count == 0 || each.Source.Start >= ordered[^1].Source.End)
                ordered.Add(each);
        }

        return ordered.DrainToImmutable();
    }
}

using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>What is said and left out, each with its range, so that what is wanted and what comes out compare as strings.</summary>
internal sealed record NormalisationOutcome(string Words, string LeftOut)
{
    public static NormalisationOutcome Wanted(NormalisationCase row) => new(Show(row.Words), string.Join(' ', row.LeftOut));

    public static NormalisationOutcome Of(NormalisationCase row)
    {
        var cut = Cut(row);
        var words = WordsOf(cut).Select(word => (word.Text, word.Source));
        return new(Show(words), string.Join(' ', ListedLeftOut.Of(row.Text, cut.LeftOut)));
    }

    /// <summary>Only what is said, for people to read.</summary>
    public static string Said(NormalisationCase row) => string.Join(' ', WordsOf(Cut(row)).Select(word => word.Text));

    private static CutText Cut(NormalisationCase row) => TextCutter.Cut(row.Text, row.Language);

    private static IEnumerable<SpokenWord> WordsOf(CutText cut) => cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>();

    private static string Show(IEnumerable<(string Word, TextRange Source)> words) =>
        string.Join(' ', words.Select(word => $"{word.Word}@{word.Source}"));
}

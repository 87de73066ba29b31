using System.Text;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses;

/// <summary>Shows what a text was cut into, so that a table test is one line for each case.</summary>
internal static class Shown
{
    /// <summary>
    /// Clauses between '|' (clause), '‖' (sentence), '•' (list item), '§' (heading) and '¶' (paragraph); parts with "·" where they
    /// touch; a word whose source is written otherwise is followed by that source in braces.
    /// </summary>
    public static string Cut(string text, Language? language = null)
    {
        var shown = new StringBuilder();
        foreach (var clause in TextCutter.Cut(text, language ?? Language.AmericanEnglish).Clauses)
        {
            foreach (var part in clause.Parts)
            {
                if (shown.Length > 0)
                    shown.Append(part.SpaceBefore ? ' ' : '·');
                shown.Append(part is SpokenWord word ? Word(word, text) : ((Mark)part).Symbol);
            }

            shown.Append(clause.End switch
            {
                ClauseEnd.Clause => " |",
                ClauseEnd.Sentence => " ‖",
                ClauseEnd.ListItem => " •",
                ClauseEnd.Heading => " §",
                _ => " ¶",
            });
        }

        return shown.ToString();
    }

    /// <summary>What was left out as "reason{source}", separated by spaces.</summary>
    public static string LeftOut(string text, Language? language = null) =>
        string.Join(' ', TextCutter.Cut(text, language ?? Language.AmericanEnglish).LeftOut.Select(each => $"{each.Reason}{{{Of(text, each.Source)}}}"));

    public static string Of(string text, TextRange range) => text[range.Start..range.End];

    private static string Word(SpokenWord word, string text)
    {
        var source = Of(text, word.Source);
        return source == word.Text ? source : $"{word.Text}{{{source}}}";
    }
}

using System.Text;
using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>All rows of the table as the paragraphs of one page: nothing that stands before shifts what comes after.</summary>
public sealed class LongPageTests
{
    private const int FewestCharacters = 30_000;
    private const string Gap = "\r\n\r\n";

    [Theory]
    [InlineData("en-us")]
    [InlineData("en-gb")]
    public void Cut_page_says_every_row_at_its_place(string code)
    {
        var language = Language.Find(code);
        var rows = NormalisationTable.Cases.ByLine.Values.Where(row => row.Language == language).ToList();
        var page = new StringBuilder();
        var wanted = new List<(string, TextRange)>();
        while (page.Length < FewestCharacters)
        {
            foreach (var row in rows)
            {
                wanted.AddRange(row.Words.Select(word => (word.Word, new TextRange(word.Source.Start + page.Length, word.Source.End + page.Length))));
                page.Append(row.Text).Append(Gap);
            }
        }

        var cut = TextCutter.Cut(page.ToString(), language);

        var words = cut.Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().Select(word => (word.Text, word.Source));
        Assert.Equal(wanted, words);
    }
}

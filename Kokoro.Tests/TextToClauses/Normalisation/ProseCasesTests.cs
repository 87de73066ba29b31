namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>The pass rate over real prose is published in docs/text.md with every failing row, and stays true.</summary>
public sealed class ProseCasesTests
{
    private const int FewestRows = 100;
    private const string Begin = "<!-- prose cases -->";
    private const string End = "<!-- end of prose cases -->";

    [Fact]
    public void Page_lists_the_rate_and_exactly_the_rows_that_fail()
    {
        var wanted = Report();
        var page = TextPage.Read();
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;

        var listed = page[begin..page.IndexOf(End, StringComparison.Ordinal)].Trim();

        Assert.True(wanted == listed, $"docs/text.md must say between '{Begin}' and '{End}':\n{wanted}");
    }

    [Fact]
    public void Table_is_as_long_as_promised() => Assert.True(NormalisationTable.Prose.ByLine.Count >= FewestRows);

    [Fact]
    public void Table_shares_no_text_with_the_one_that_the_rules_were_written_against() =>
        Assert.Empty(NormalisationTable.Prose.ByLine.Values.Select(row => row.Text).Intersect(NormalisationTable.Cases.ByLine.Values.Select(row => row.Text)));

    private static string Report()
    {
        var rows = NormalisationTable.Prose.ByLine.Values;
        var failing = rows.Where(row => NormalisationOutcome.Of(row) != NormalisationOutcome.Wanted(row)).ToList();
        var lines = failing.Select(row => $"| {Cell(row.Row.Split('\t')[1])} | {Cell(string.Join(' ', row.Words.Select(word => word.Word)))} | {Cell(NormalisationOutcome.Said(row))} |");
        return string.Join('\n', [
            $"{rows.Count() - failing.Count} of {rows.Count()} rows pass. These fail:", "", "| text | a good reader | what comes out |", "| --- | --- | --- |", .. lines]);
    }

    private static string Cell(string text) => $"`{text.Replace("`", "ˋ").Replace("|", "\\|")}`";
}

using Kokoro.Synthesis;

namespace Kokoro.Tests.TextToClauses.Normalisation;

public sealed class NormalisationTableTests
{
    private const int FewestRows = 300;
    private const int FewestBritishRows = 30;

    public static TheoryData<int, string> Rows()
    {
        var data = new TheoryData<int, string>();
        foreach (var row in NormalisationTable.Cases.ByLine.Values)
            data.Add(row.Line, row.Row);
        return data;
    }

    /// <summary>The line finds the row; the row is there for its name in the report.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Cut_row_of_the_table_says_its_words_at_its_ranges(int line, string row)
    {
        var wanted = NormalisationTable.Cases.ByLine[line];
        Assert.Equal(wanted.Row, row);

        var outcome = NormalisationOutcome.Of(wanted);

        Assert.Equal(NormalisationOutcome.Wanted(wanted).Words, outcome.Words);
        Assert.Equal(NormalisationOutcome.Wanted(wanted).LeftOut, outcome.LeftOut);
    }

    [Fact]
    public void Table_is_as_long_as_promised()
    {
        var rows = NormalisationTable.Cases.ByLine.Values.ToList();

        Assert.True(rows.Count >= FewestRows, $"{rows.Count} rows");
        Assert.True(rows.Count(row => row.Language == Language.BritishEnglish) >= FewestBritishRows, "too few British rows");
    }

    [Fact]
    public void Table_has_no_text_twice()
    {
        var twice = NormalisationTable.Cases.ByLine.Values.GroupBy(row => (row.Language, row.Text)).Where(rows => rows.Count() > 1);

        Assert.Empty(twice.Select(rows => string.Join(", ", rows.Select(row => row.Line))));
    }

    /// <summary>A letter or digit that no item covers would be a word forgotten by whoever wrote the row.</summary>
    [Fact]
    public void Table_rows_cover_every_letter_and_digit()
    {
        var open = NormalisationTable.Cases.ByLine.Values.Where(row => Uncovered(row).Any(char.IsLetterOrDigit)).Select(row => row.Line);

        Assert.Empty(open);
    }

    private static string Uncovered(NormalisationCase row)
    {
        var rest = row.Text.ToCharArray();
        foreach (var source in row.Words.Select(word => word.Source).Concat(row.LeftOut))
            rest.AsSpan(source.Start, source.Length).Fill(' ');
        return new string(rest);
    }
}

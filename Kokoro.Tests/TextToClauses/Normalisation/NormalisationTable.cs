namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>The rows of a table of cases, which the test assembly carries.</summary>
internal sealed class NormalisationTable(string resource)
{
    /// <summary>Written before the rules.</summary>
    public static readonly NormalisationTable Cases = new("normalisation-cases.tsv");

    /// <summary>Written after the rules, on the shapes of real prose.</summary>
    public static readonly NormalisationTable Prose = new("prose-cases.tsv");

    private readonly Lazy<IReadOnlyDictionary<int, NormalisationCase>> _rows = new(() => Read(resource));

    /// <summary>Every row by its line.</summary>
    public IReadOnlyDictionary<int, NormalisationCase> ByLine => _rows.Value;

    private static Dictionary<int, NormalisationCase> Read(string resource)
    {
        using var stream = typeof(NormalisationTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"the test assembly has no resource {resource}; embed it in Kokoro.Tests.csproj");
        using var reader = new StreamReader(stream);
        var rows = new Dictionary<int, NormalisationCase>();
        var line = 1;
        for (; reader.ReadLine() is { } row; line++)
        {
            if (row.Length > 0 && row[0] != '#')
                rows.Add(line, NormalisationCaseParser.Parse(row, line));
        }

        return rows;
    }
}

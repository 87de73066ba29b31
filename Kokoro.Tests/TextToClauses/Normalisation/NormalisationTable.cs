namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>The rows of normalisation-cases.tsv, which the test assembly carries.</summary>
internal static class NormalisationTable
{
    private const string Resource = "normalisation-cases.tsv";

    private static readonly Lazy<IReadOnlyDictionary<int, NormalisationCase>> Rows = new(Read);

    /// <summary>Every row by its line.</summary>
    public static IReadOnlyDictionary<int, NormalisationCase> ByLine => Rows.Value;

    private static Dictionary<int, NormalisationCase> Read()
    {
        using var stream = typeof(NormalisationTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the test assembly has no resource {Resource}; embed it in Kokoro.Tests.csproj");
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

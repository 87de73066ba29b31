namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>docs/text.md, which the test assembly carries.</summary>
internal static class TextPage
{
    private const string Resource = "text.md";

    public static string Read()
    {
        using var stream = typeof(TextPage).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the test assembly has no resource {Resource}; embed it in Kokoro.Tests.csproj");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

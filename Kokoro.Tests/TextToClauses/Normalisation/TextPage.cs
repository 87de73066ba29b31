namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>docs/text.md.</summary>
internal static class TextPage
{
    public static string Read() => File.ReadAllText(Checkout.File("docs", "text.md")).ReplaceLineEndings("\n");
}

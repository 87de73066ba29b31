namespace Kokoro.Tests.Browser;

/// <summary>The page's own tests and its types, as `npm test` and `npm run check` have them.</summary>
public sealed class PageUnitTests
{
    [Theory]
    [InlineData("test")]
    [InlineData("check")]
    public async Task The_page_passes(string script)
    {
        var folder = NodeProgram.Folder("..", "Kokoro.Host", "Page");

        await NodeProgram.RunAsync("npm", folder, "run", "--silent", script);
    }
}

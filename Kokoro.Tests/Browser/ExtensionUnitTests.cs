namespace Kokoro.Tests.Browser;

/// <summary>The extension's own tests, as `npm test` has them. Its types are checked by the build.</summary>
public sealed class ExtensionUnitTests
{
    private static readonly string Folder = NodeProgram.Folder("..", "extension");

    [Fact]
    public async Task The_extension_passes_its_tests() => await NodeProgram.RunAsync("npm", Folder, "run", "--silent", "test");
}

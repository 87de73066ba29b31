namespace Kokoro.Tests.Browser;

/// <summary>The page's own tests, as `npm test` has them. Its types are checked by the build.</summary>
public sealed class PageUnitTests
{
    [Fact]
    public async Task The_player_and_the_studio_pass_their_tests() =>
        await NodeProgram.RunAsync("npm", NodeProgram.Folder("..", "Kokoro.Host", "Page"), "run", "--silent", "test");
}

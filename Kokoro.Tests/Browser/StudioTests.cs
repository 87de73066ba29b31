using Xunit.Abstractions;

namespace Kokoro.Tests.Browser;

/// <summary>
/// The page in a real browser against the real server (client/scenarios). In all of them nothing is asked of any other origin, no script fails and the console
/// stays empty.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class StudioTests(StudioRun run, ITestOutputHelper output) : IClassFixture<StudioRun>
{
    [Theory]
    [InlineData("plays")]
    [InlineData("moves")]
    [InlineData("goes-and-comes")]
    [InlineData("refuses")]
    [InlineData("keeps")]
    [InlineData("looks")]
    [InlineData("unlocks")]
    public void The_page(string scenario)
    {
        Assert.True(run.Results.TryGetValue(scenario, out var result), run.Errors);
        output.WriteLine(result.Note ?? "");
        Assert.True(result.Error is null, result.Error);
    }
}

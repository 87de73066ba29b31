using Xunit.Abstractions;

namespace Kokoro.Tests.Browser;

/// <summary>
/// The page in a real browser against the real server (client/scenarios). In all of them nothing is asked of any other origin, no script fails and the console
/// stays empty.
/// </summary>
public abstract class StudioTests(StudioRun run, ITestOutputHelper output)
{
    protected void Passes(string scenario)
    {
        Assert.True(run.Results.TryGetValue(scenario, out var result), run.Errors);
        output.WriteLine(result.Note ?? "");
        Assert.True(result.Error is null, result.Error);
    }
}

/// <summary>What is heard, and what is shown while it is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class HeardTests(HeardTests.Run run, ITestOutputHelper output) : StudioTests(run, output), IClassFixture<HeardTests.Run>
{
    [Theory]
    [InlineData("plays")]
    [InlineData("moves")]
    public void The_page(string scenario) => Passes(scenario);

    public sealed class Run() : StudioRun("heard");
}

/// <summary>What is shown, whenever it is.</summary>
public sealed class SeenTests(SeenTests.Run run, ITestOutputHelper output) : StudioTests(run, output), IClassFixture<SeenTests.Run>
{
    [Theory]
    [InlineData("goes-and-comes")]
    [InlineData("refuses")]
    [InlineData("keeps")]
    [InlineData("looks")]
    [InlineData("unlocks")]
    [InlineData("pairs")]
    public void The_page(string scenario) => Passes(scenario);

    public sealed class Run() : StudioRun("seen");
}

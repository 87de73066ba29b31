using Xunit.Abstractions;

namespace Kokoro.Tests.Browser;

// The studio page in a real browser against the real server (client/scenarios). In all of them nothing is asked of any other origin, no script fails and the console stays empty.

/// <summary>What is heard, and what is shown while it is.</summary>
[Collection(BrowserCollection.Heard)]
public sealed class HeardTests(HeardTests.Run run, ITestOutputHelper output) : BrowserTests(run, output), IClassFixture<HeardTests.Run>
{
    [Theory]
    [InlineData("plays")]
    [InlineData("moves")]
    public void The_page(string scenario) => Passes(scenario);

    public sealed class Run() : BrowserRun("run.mjs", "heard");
}

/// <summary>What is shown, whenever it is.</summary>
[Collection(BrowserCollection.Seen)]
public sealed class SeenTests(SeenTests.Run run, ITestOutputHelper output) : BrowserTests(run, output), IClassFixture<SeenTests.Run>
{
    [Theory]
    [InlineData("goes-and-comes")]
    [InlineData("refuses")]
    [InlineData("keeps")]
    [InlineData("looks")]
    [InlineData("unlocks")]
    [InlineData("pairs")]
    public void The_page(string scenario) => Passes(scenario);

    public sealed class Run() : BrowserRun("run.mjs", "seen");
}

using Xunit.Abstractions;

namespace Kokoro.Tests.Browser;

// The extension as it is loaded unpacked, in a real browser against the real server.

/// <summary>What is heard, and what is lit while it is.</summary>
[Collection(BrowserCollection.Heard)]
public sealed class ExtensionHeardTests(ExtensionHeardTests.Run run, ITestOutputHelper output) : BrowserTests(run, output), IClassFixture<ExtensionHeardTests.Run>
{
    [Theory]
    [InlineData("reads")]
    public void The_extension(string scenario) => Passes(scenario);

    public sealed class Run() : ExtensionRun("reader-heard");
}

/// <summary>What is shown, whenever it is.</summary>
[Collection(BrowserCollection.Seen)]
public sealed class ExtensionSeenTests(ExtensionSeenTests.Run run, ITestOutputHelper output) : BrowserTests(run, output), IClassFixture<ExtensionSeenTests.Run>
{
    [Theory]
    [InlineData("begins")]
    [InlineData("from-here")]
    [InlineData("looks")]
    [InlineData("moves")]
    [InlineData("recovers")]
    [InlineData("refuses")]
    [InlineData("starts")]
    public void The_extension(string scenario) => Passes(scenario);

    public sealed class Run() : ExtensionRun("reader-seen");
}

/// <summary>What takes its time.</summary>
[Collection(BrowserCollection.Heard)]
public sealed class ExtensionLongTests(ExtensionLongTests.Run run, ITestOutputHelper output) : BrowserTests(run, output), IClassFixture<ExtensionLongTests.Run>
{
    [Theory]
    [InlineData("survives")]
    public void The_extension(string scenario) => Passes(scenario);

    public sealed class Run() : ExtensionRun("reader-long");
}

public abstract class ExtensionRun(string scenarios) : BrowserRun("extension.mjs", scenarios, Path.Combine(NodeProgram.Folder("..", "extension"), "dist", "reader"));

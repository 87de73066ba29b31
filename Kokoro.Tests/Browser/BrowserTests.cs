using Xunit.Abstractions;

namespace Kokoro.Tests.Browser;

/// <summary>What a browser's program found out, as tests.</summary>
public abstract class BrowserTests(BrowserRun run, ITestOutputHelper output)
{
    protected void Passes(string scenario)
    {
        Assert.True(run.Results.TryGetValue(scenario, out var result), run.Errors);
        output.WriteLine(result.Note ?? "");
        Assert.True(result.Error is null, result.Error);
    }
}

namespace Kokoro.Tests.Cli;

/// <summary>When `./kokoro` builds, and when what it has built is good enough.</summary>
public sealed class SetupBuildTests : IDisposable
{
    private readonly SetupScript _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Kokoro.Host/Program.cs")]
    [InlineData("Directory.Build.props")]
    [InlineData("global.json")]
    [InlineData(".editorconfig")]
    [InlineData("BannedSymbols.txt")]
    public async Task What_goes_into_the_build_has_it_done_again_when_it_changes(string name)
    {
        await BuildAsync();

        _script.Touch(name);
        await _script.RunAsync();

        Assert.Equal(2, _script.Builds);
    }

    [Fact]
    public async Task A_source_that_is_gone_has_it_done_again()
    {
        await BuildAsync();

        File.Delete(_script["Kokoro.Host/Other.cs"]);
        _script.Touch("Kokoro.Host");
        await _script.RunAsync();

        Assert.Equal(2, _script.Builds);
    }

    [Theory]
    [InlineData("hocon/kokoro.conf")] // the user's to change
    [InlineData("docs/text.md")] // the tests read it as it is
    public async Task What_is_read_as_it_is_does_not(string name)
    {
        await BuildAsync();

        _script.Touch(name);
        await _script.RunAsync();

        Assert.Equal(1, _script.Builds);
    }

    [Theory]
    [InlineData("Kokoro.Host/Page")]
    [InlineData("extension")]
    public async Task Folders_that_builds_and_tests_make_themselves_do_not(string parent)
    {
        await BuildAsync();

        _script.Write($"{parent}/dist/tests/all.mjs", "");
        foreach (var made in new[] { $"{parent}/dist/tests/all.mjs", $"{parent}/dist/tests", $"{parent}/dist", parent })
            _script.Touch(made);
        await _script.RunAsync();

        Assert.Equal(1, _script.Builds);
    }

    private async Task BuildAsync()
    {
        await _script.RunAsync();
        Assert.Equal(1, _script.Builds);
    }
}

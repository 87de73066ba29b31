using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class RequiredToolsTests
{
    [Fact]
    public void Advice_when_all_is_there_is_none() => Assert.Null(RequiredTools.Advice(_ => true));

    [Fact]
    public void Advice_names_what_is_missing_and_the_packages()
    {
        var advice = RequiredTools.Advice(tool => tool != SphinxRecogniser.LevelProgram);

        Assert.StartsWith("bench words needs sox; ", advice, StringComparison.Ordinal);
        Assert.Contains("apt-get install pocketsphinx pocketsphinx-en-us sox", advice, StringComparison.Ordinal);
    }
}

using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class WordErrorTableTests
{
    [Fact]
    public void Write_gives_rates_ratios_and_the_mean_of_the_voices()
    {
        SystemResult[] references = [new(References.Espeak, new(60, 100)), new(References.Slt, new(20, 100))];
        SystemResult[] voices = [new(new SilentSystem("one"), new(10, 100)), new(new SilentSystem("two"), new(20, 100))];

        Assert.Equal(
            """
            | system           | errors | words | WER % | of espeak-ng | of flite slt |
            |------------------|-------:|------:|------:|-------------:|-------------:|
            | espeak-ng en-us  |     60 |   100 |  60.0 |         1.00 |         3.00 |
            | flite slt        |     20 |   100 |  20.0 |         0.33 |         1.00 |
            | one              |     10 |   100 |  10.0 |         0.17 |         0.50 |
            | two              |     20 |   100 |  20.0 |         0.33 |         1.00 |
            | mean of 2 voices |     30 |   200 |  15.0 |         0.25 |         0.75 |


            """,
            Table(references, voices),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Write_without_flite_gives_no_ratio_to_it()
    {
        var table = Table([new(References.Espeak, new(60, 100))], [new(new SilentSystem("one"), new(15, 100))]);

        Assert.Contains("| one             |     15 |   100 |  15.0 |         0.25 |            - |", table, StringComparison.Ordinal);
        Assert.DoesNotContain("mean", table, StringComparison.Ordinal);
    }

    private static string Table(SystemResult[] references, SystemResult[] voices)
    {
        using var target = new StringWriter();
        WordErrorTable.Write(references, voices, target);
        return target.ToString();
    }

    private sealed class SilentSystem(string name) : ISystemUnderTest
    {
        public string Name => name;

        public Task SpeakAsync(string sentence, string wavPath, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

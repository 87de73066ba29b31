using Kokoro.Bench.Words;

namespace Kokoro.Tests.Bench.Words;

public sealed class ReferencesTests
{
    [Fact]
    public async Task Find_without_names_measures_no_other_system() => Assert.Empty(await FindAsync());

    [Fact]
    public async Task Find_takes_each_name_once_and_no_other() =>
        Assert.Equal([References.Espeak], await FindAsync(References.EspeakName, References.EspeakName));

    private static Task<IReadOnlyList<ISystemUnderTest>> FindAsync(params string[] names) =>
        References.FindAsync(names, _ => Task.CompletedTask, CancellationToken.None);
}

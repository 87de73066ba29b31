using Kokoro.Tests;
using Kokoro.Tests.Browser;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Faults;
using Kokoro.Tests.Models.Store;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Kokoro.Tests.{nameof(LongestFirst)}", "Kokoro.Tests")]

namespace Kokoro.Tests;

/// <summary>What takes longest begins first, so that no core waits at the end for one class that began last.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        BrowserCollection.Seen, BrowserCollection.Heard, Of<KillTests>(), Of<SpeakCommandTests>(), Of<ModelCommandTests>(), Of<ProcessFaultTests>(), Of<LyingEngineTests>(),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections.OrderBy(Place);

    private static string Of<TTests>() => typeof(TTests).FullName!;

    private static int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(Long, each => collection.DisplayName.EndsWith(each, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}

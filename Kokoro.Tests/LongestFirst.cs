using Kokoro.Tests;
using Kokoro.Tests.Browser;
using Kokoro.Tests.Cli;
using Kokoro.Tests.Faults;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"Kokoro.Tests.{nameof(LongestFirst)}", "Kokoro.Tests")]

namespace Kokoro.Tests;

/// <summary>What takes longest begins first, so that no core waits at the end for one class that began last.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long =
    [
        typeof(ExtensionSeenTests), typeof(ExtensionLongTests), typeof(SeenTests), typeof(ExtensionUnitTests), typeof(ProcessFaultTests), typeof(SpeakCommandTests), typeof(LyingEngineTests),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => Array.FindIndex(Long, each => collection.DisplayName.Contains(each.FullName!, StringComparison.Ordinal)) >= 0);
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Settings.Reading;

namespace Kokoro.Tests.Actors.Settings;

/// <summary>What docs/configuration.md shows must work when it is copied.</summary>
public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void Every_example_is_taken_and_changes_something()
    {
        var examples = Example().Matches(Page()).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(3, examples.Count);
        using var folder = new TemporaryFolder();
        foreach (var example in examples)
        {
            var file = folder["kokoro.conf"];
            File.WriteAllText(file, example);
            Assert.NotEqual(new ServerSettings(), SettingsLoader.Load(new(file, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, (string, string)>.Empty)));
        }
    }

    private static string Page() => File.ReadAllText(Checkout.File("docs", "configuration.md"));

    [GeneratedRegex("```hocon\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}

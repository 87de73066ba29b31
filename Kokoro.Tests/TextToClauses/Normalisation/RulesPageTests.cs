using Kokoro.Synthesis.TextToClauses.Normalisation;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>docs/text.md names every rule, in the order in which they are asked.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public void Page_names_the_rules_in_their_order()
    {
        var rows = TextPage.Read().Split('\n').Where(line => line.StartsWith("| **", StringComparison.Ordinal)).Select(line => line.Split("**")[1]);

        Assert.Equal(ReadingRules.English.Select(rule => rule.Name).Distinct(), rows);
    }
}

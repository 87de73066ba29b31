using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses.Normalisation;

public sealed class ListedLeftOutTests
{
    [Theory]
    [InlineData("**", false)]
    [InlineData("—", false)]
    [InlineData("\u200B", false)]
    [InlineData("~", false)]
    [InlineData("\u0007", true)]
    [InlineData("[12]", true)]
    [InlineData("→", true)]
    [InlineData("\uD83D", true)]
    public void Of_entry_is_listed_when_a_listener_would_miss_it(string text, bool isListed)
    {
        var listed = ListedLeftOut.Of(text, [new LeftOut(new TextRange(0, text.Length), LeftOutReason.Silent)]);

        Assert.Equal(isListed, listed.Count == 1);
    }

    [Fact]
    public void Of_touching_entries_of_one_reason_are_one()
    {
        var listed = ListedLeftOut.Of(
            "😀😀 мир",
            [
                new LeftOut(new TextRange(0, 2), LeftOutReason.Picture),
                new LeftOut(new TextRange(2, 4), LeftOutReason.Picture),
                new LeftOut(new TextRange(5, 8), LeftOutReason.OtherScript),
            ]);

        Assert.Equal([new TextRange(0, 4), new TextRange(5, 8)], listed);
    }
}

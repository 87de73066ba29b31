using Kokoro.Synthesis.TextToClauses.Cleaning;
using Kokoro.Synthesis.TextToClauses.Normalisation.English.Emoji;

namespace Kokoro.Tests.TextToClauses.Normalisation.English.Emoji;

public sealed class EmojiNamesTests
{
    private const int FewestRows = 250;

    [Theory]
    [InlineData("😊", "smiling face")]
    [InlineData("❤️", "red heart")]
    [InlineData("❤", "red heart")]
    [InlineData("❤️‍🔥", "heart on fire")]
    [InlineData("👍🏿", "thumbs up")]
    [InlineData("☝🏽", "pointing up")]
    [InlineData("👩🏽‍🚀", "astronaut")]
    [InlineData("👨‍⚕️", "health worker")]
    [InlineData("🏃🏻‍♀️", "running")]
    [InlineData("🤷‍♂", "shrug")]
    [InlineData("👨‍👩‍👧‍👦", "family")]
    [InlineData("👩‍👩‍👦", "family")]
    [InlineData("👨‍👧", "family")]
    [InlineData("👩🏻‍❤️‍💋‍👨🏿", "couple kissing")]
    [InlineData("👩🏼‍🤝‍👩🏾", "couple holding hands")]
    [InlineData("🇺🇸", "flag of the united states")]
    [InlineData("🇫🇯", "flag")]
    [InlineData("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "flag of wales")]
    [InlineData("🏴󠁵󠁳󠁴󠁸󠁿", "flag")]
    [InlineData("🏴", "black flag")]
    [InlineData("🏴‍☠️", "pirate flag")]
    [InlineData("🏳️‍🌈", "rainbow flag")]
    [InlineData("0️⃣", "zero")]
    [InlineData("#⃣", "hash")]
    [InlineData("*️⃣", "star")]
    [InlineData("🔟", "ten")]
    [InlineData("🇩", null)]
    [InlineData("🏽", null)]
    [InlineData("🪬", null)]
    [InlineData("👩‍🔥", null)]
    public void Find_gives_the_name_of_a_sequence(string emoji, string? name) => Assert.Equal(name, EmojiNames.Find(emoji));

    [Fact]
    public void Find_names_nothing_that_is_longer_than_any_emoji() =>
        Assert.Null(EmojiNames.Find("👍" + string.Concat(Enumerable.Repeat("\uFE0F", EmojiKey.Longest))));

    [Fact]
    public void Rows_are_pictures_of_one_piece_that_are_found_with_speakable_names()
    {
        var rows = EmojiNames.Rows().ToList();

        Assert.True(rows.Count >= FewestRows, $"{rows.Count} rows");
        Assert.All(rows, row =>
        {
            Assert.True(Pictures.TryMeasure(row.Emoji, 0, out var end) && end == row.Emoji.Length, row.Emoji);
            Assert.Equal(row.Name, EmojiNames.Find(row.Emoji));
            Assert.Matches("^([a-z]+(-[a-z]+)?|[A-Z])( ([a-z]+|[A-Z]))*$", row.Name);
        });
    }
}

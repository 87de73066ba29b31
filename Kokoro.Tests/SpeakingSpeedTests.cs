using Kokoro.Synthesis;

namespace Kokoro.Tests;

public sealed class SpeakingSpeedTests
{
    [Theory]
    [InlineData("0.25", 0.25f)]
    [InlineData("1", 1f)]
    [InlineData("4", 4f)]
    public void Parse_in_range_is_taken(string text, float expected) => Assert.Equal(expected, SpeakingSpeed.Parse(text));

    [Theory]
    [InlineData("0.249")]
    [InlineData("4.01")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e308")]
    [InlineData("1e999")]
    [InlineData("fast")]
    [InlineData("")]
    [InlineData("1,5")]
    public void Parse_out_of_range_or_no_number_is_refused_with_the_range(string text)
    {
        var refused = Assert.Throws<SpeechException>(() => SpeakingSpeed.Parse(text));

        Assert.Equal(SpeechErrorCode.SpeedOutOfRange, refused.Code);
        Assert.Contains("between 0.25 and 4", refused.Message, StringComparison.Ordinal);
    }
}

using Kokoro.Synthesis;
using Kokoro.Synthesis.PcmToAudio;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.PcmToAudio;

public sealed class PausesTests
{
    [Theory]
    [InlineData(ClauseEnd.Clause, 0.1)]
    [InlineData(ClauseEnd.Sentence, 0.2)]
    [InlineData(ClauseEnd.ListItem, 0.3)]
    [InlineData(ClauseEnd.Heading, 0.4)]
    [InlineData(ClauseEnd.Paragraph, 0.5)]
    public void Samples_each_kind_has_its_own_length_that_speed_divides(ClauseEnd end, double seconds)
    {
        var pauses = new Pauses { Clause = 0.1, Sentence = 0.2, ListItem = 0.3, Heading = 0.4, Paragraph = 0.5 };

        Assert.Equal((int)Math.Round(seconds * 24_000), pauses.Samples(end, 1));
        Assert.Equal((int)Math.Round(seconds * 12_000), pauses.Samples(end, 2));
        Assert.Equal((int)Math.Round(seconds * 96_000), pauses.Samples(end, 0.25f));
    }

    [Fact]
    public void Samples_of_the_model_are_not_said() =>
        Assert.All(Enum.GetValues<ClauseEnd>(), end => Assert.Null(Pauses.OfModel.Samples(end, 1)));

    [Fact]
    public void Samples_a_stronger_end_has_a_longer_pause()
    {
        var lengths = Enum.GetValues<ClauseEnd>().Order().Select(end => Pauses.Default.Samples(end, 1)!.Value).ToArray();

        Assert.Equal(lengths.Order().Distinct(), lengths);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.049)]
    [InlineData(10.001)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Init_out_of_range_is_refused_by_name(double seconds)
    {
        Refused("Clause", () => new Pauses { Clause = seconds });
        Refused("Sentence", () => new Pauses { Sentence = seconds });
        Refused("ListItem", () => new Pauses { ListItem = seconds });
        Refused("Heading", () => new Pauses { Heading = seconds });
        Refused("Paragraph", () => new Pauses { Paragraph = seconds });
    }

    [Theory]
    [InlineData(Pauses.Shortest)]
    [InlineData(Pauses.Longest)]
    public void Init_at_the_ends_of_the_range_is_taken(double seconds) => Assert.Equal(seconds, new Pauses { Heading = seconds }.Heading);

    private static void Refused(string name, Func<Pauses> make)
    {
        var refused = Assert.Throws<SpeechException>(() => make());

        Assert.Equal(SpeechErrorCode.PauseOutOfRange, refused.Code);
        Assert.Contains(name, refused.Message);
        Assert.Contains("0.05", refused.Message);
    }
}

using FsCheck;
using FsCheck.Fluent;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Tests.Voices;

public class VoicePackTests
{
    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(509, 508)]
    [InlineData(510, 509)]
    [InlineData(511, 509)]
    [InlineData(int.MaxValue, 509)]
    [InlineData(int.MinValue, 0)]
    public void StyleRow_of_n_ids_is_row_n_minus_1_within_the_pack(int ids, int row)
    {
        var style = GeneratedPack.Make().StyleRow(ids).Span;

        Assert.Equal(VoicePack.Width, style.Length);
        Assert.Equal(GeneratedPack.Value(row, 0), style[0]);
        Assert.Equal(GeneratedPack.Value(row, 255), style[255]);
    }

    [Fact]
    public void StyleRow_never_goes_back_as_the_text_grows()
    {
        var pack = GeneratedPack.Make();
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                ArbMap.Default.ArbFor<int>(),
                (one, other) => pack.StyleRow(Math.Min(one, other)).Span[0] <= pack.StyleRow(Math.Max(one, other)).Span[0])
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Uniform_gives_its_row_at_every_length()
    {
        var row = Enumerable.Range(0, 256).Select(column => (float)column).ToArray();
        var pack = VoicePack.Uniform(row);

        Assert.Equal(row, pack.StyleRow(1).ToArray());
        Assert.Equal(row, pack.StyleRow(510).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    [InlineData(510 * 256 - 1)]
    [InlineData(511 * 256)]
    public void Constructor_another_number_of_values_is_refused(int values) =>
        Assert.Throws<ArgumentException>(() => new VoicePack(new float[values]));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Constructor_a_value_that_is_not_finite_is_refused(float value)
    {
        var values = GeneratedPack.Values();
        values[^1] = value;

        Assert.Throws<ArgumentException>(() => new VoicePack(values));
    }
}

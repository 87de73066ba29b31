using Kokoro.Synthesis.Models.StarterModel;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Tests.Models.StarterModel;

public class PhonemeDataTests
{
    private static readonly PhonemeData Data = PhonemeDataReader.Read();

    [Fact]
    public void Phonemes_cover_the_pad_and_the_whole_vocabulary_once_each()
    {
        var expected = Vocabulary.All.Keys.Select(symbol => symbol.ToString()).Append("$");

        Assert.Equal(expected.Order(StringComparer.Ordinal), Data.Phonemes.Select(phoneme => phoneme.Symbol).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Segments_are_complete_and_possible()
    {
        foreach (var phoneme in Data.Phonemes)
        {
            Assert.InRange(phoneme.Segments.Length, phoneme.Type == PhonemeType.Mark ? 0 : 1, phoneme.Type == PhonemeType.Mark ? 0 : 3);
            foreach (var segment in phoneme.Segments.Concat(phoneme.Segments.Select(segment => segment.OrAlternative())))
            {
                Assert.True(segment.Ms > 0, $"'{phoneme.Symbol}' has a segment of no length");
                Assert.True(segment.Formants is null or [> 0, > 0, > 0, > 0], $"'{phoneme.Symbol}' has formants that are not four");
                Assert.True(segment.Bandwidths is null or [> 0, > 0, > 0, > 0], $"'{phoneme.Symbol}' has bandwidths that are not four");
                Assert.True(segment.Pull is null or [> 0, > 0, > 0], $"'{phoneme.Symbol}' has pulls that are not three");
                Assert.True(segment.Noise is null == segment.Frication is null, $"'{phoneme.Symbol}' has noise without a level or a level without noise");
                Assert.True(segment.Noise is null || Data.Noise.ContainsKey(segment.Noise), $"'{phoneme.Symbol}' names noise '{segment.Noise}'");
            }
        }
    }

    [Fact]
    public void Alternatives_stand_where_a_condition_asks_for_them() =>
        Assert.All(
            Data.Phonemes,
            phoneme => Assert.Equal(
                phoneme.AlternativeWhen != AlternativeWhen.Never,
                phoneme.Segments.Any(segment => segment.Alternative is not null)));

    [Fact]
    public void TokenTables_ids_without_an_entry_are_silent_and_take_no_time()
    {
        var tables = new TokenTables(Data);
        const int Unused = 7;

        Assert.DoesNotContain(Unused, Vocabulary.All.Values);
        Assert.All(tables.Attributes.Chunk(TokenTables.AttributeCount).ElementAt(Unused), value => Assert.Equal(0, value));
        Assert.All(tables.Milliseconds.Chunk(3).ElementAt(Unused), value => Assert.Equal(0, value));
        var segment = tables.Segments.Chunk(SegmentColumn.Count).ElementAt(Unused * 3);
        Assert.All(segment[SegmentColumn.Voicing..], value => Assert.Equal(0, value));
    }

    [Fact]
    public void TokenTables_amplitudes_are_those_of_the_decibels()
    {
        var tables = new TokenTables(Data);
        Vocabulary.TryGetId('m', out var id);
        var segment = tables.Segments.Chunk(SegmentColumn.Count).ElementAt(id * 3);

        Assert.Equal(0.7943, segment[SegmentColumn.Voicing], 4); // -2 dB
        Assert.Equal(600, segment[SegmentColumn.NasalZero]);
        Assert.Equal([455, 1160, 2090, 3350], segment[..4]);
    }
}

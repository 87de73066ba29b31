using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Tests.PhonemesToRuns;

public class VocabularyTests
{
    [Fact]
    public void All_equals_the_published_table()
    {
        var lines = Vocabulary.All.OrderBy(entry => entry.Value).Select(entry => $"U+{entry.Key.Value:X4}={entry.Value}\n");

        Assert.Equal(114, Vocabulary.All.Count);
        Assert.Equal(
            "03daa6a949e33f762838b58a55b041e78e4c30886f7e3d62e2ef91cb4313d132",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    [Fact]
    public void All_has_no_id_twice_and_none_outside_of_the_table()
    {
        Assert.Equal(Vocabulary.All.Count, Vocabulary.All.Values.Distinct().Count());
        Assert.All(Vocabulary.All.Values, id => Assert.InRange(id, Vocabulary.Pad + 1, Vocabulary.Size - 1));
    }

    [Fact]
    public void All_holds_only_single_utf16_units() => Assert.All(Vocabulary.All.Keys, symbol => Assert.True(symbol.IsBmp));

    [Theory]
    [InlineData("hˈɛlO wˈɜɹld.", "50 156 86 54 31 16 65 156 87 123 54 46 4")]
    [InlineData("stˈɑp, ɪz ɪt ʌ kˈæt?", "61 62 156 69 58 3 16 102 68 16 102 62 16 138 16 53 156 72 62 6")]
    [InlineData("ɔ\u0303ᵝꭧ", "76 17 22 23")]
    public void TryGetId_known_symbols_gives_the_models_ids(string phonemes, string expected)
    {
        var ids = phonemes.Select(symbol => Vocabulary.TryGetId(symbol, out var id) ? id : -1);

        Assert.Equal(expected, string.Join(' ', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData('g')] // the script letter ɡ is known, the typewriter's is not
    [InlineData('$')] // the pad has an id and no symbol
    [InlineData('\0')]
    [InlineData('\ud800')]
    [InlineData('\uffff')]
    public void TryGetId_other_characters_says_no(char symbol)
    {
        Assert.False(Vocabulary.TryGetId(symbol, out var id));
        Assert.Equal(Vocabulary.Pad, id);
    }

    [Fact]
    public void TryGetId_a_rune_beyond_the_first_plane_says_no()
    {
        Assert.False(Vocabulary.TryGetId(new Rune(0x1F600), out _));
        Assert.True(Vocabulary.TryGetId(new Rune('ə'), out _));
    }
}

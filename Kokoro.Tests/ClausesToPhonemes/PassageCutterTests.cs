using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Tests.ClausesToPhonemes;

public sealed class PassageCutterTests
{
    [Theory]
    [InlineData("a", 1)]
    [InlineData("pneumonoultramicroscopicsilicovolcanoconiosis", 1)]
    [InlineData("s's's's's's's's's's", 2)]
    public void Word_is_cut_only_where_it_is_too_long(string word, int pieces)
    {
        var cut = PassageCutter.Pieces(word);
        Assert.Equal(pieces, cut.Length);
        Assert.Equal(word, string.Concat(cut));
    }

    [Theory]
    [InlineData("w", 1000, PassageCutter.LongestSpelled)]
    [InlineData("7", 64, PassageCutter.LongestSpelled)]
    [InlineData("ba", 1000, PassageCutter.LongestPiece)]
    [InlineData("क्षि", 300, PassageCutter.LongestPiece + 4)]
    [InlineData("e\u0301", 300, PassageCutter.LongestPiece + 1)]
    public void Piece_is_never_longer_than_espeak_keeps(string unit, int count, int longest)
    {
        var word = string.Concat(Enumerable.Repeat(unit, count));
        var pieces = PassageCutter.Pieces(word);
        Assert.Equal(word, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, longest));
        Assert.All(pieces, piece => Assert.False(IsMark(piece[0]), "a letter is parted from its mark"));
    }

    [Theory]
    [InlineData("the", 400, 150)]
    [InlineData("777777", 100, 15)]
    [InlineData("WWW", 100, 30)]
    [InlineData("bcd", 100, 30)]
    public void Passage_holds_what_espeak_keeps(string word, int count, int fitting) =>
        Assert.Equal(fitting, PassageCutter.Fitting([.. Enumerable.Repeat(word, count)], 0));

    [Fact]
    public void Passage_holds_at_least_one_piece()
    {
        ImmutableArray<string> pieces = [new string('W', 500), "a"];
        Assert.Equal(1, PassageCutter.Fitting(pieces, 0));
        Assert.Equal(1, PassageCutter.Fitting(pieces, 1));
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}

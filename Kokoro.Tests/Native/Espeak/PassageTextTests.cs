using Kokoro.Synthesis.Native.Espeak;

namespace Kokoro.Tests.Native.Espeak;

public sealed class PassageTextTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)] // n
    [InlineData(5, 0)] // e
    [InlineData(6, 0)] // the space
    [InlineData(7, 1)] // one code point, two UTF-16 units, four bytes
    [InlineData(9, 2)]
    [InlineData(100, 2)]
    public void Position_counts_code_points_from_one(int position, int word) =>
        Assert.Equal(word, new PassageText(["naïve", "😀", "hello"]).WordAt(position));

    [Fact]
    public void Control_characters_never_reach_espeak() =>
        Assert.Equal("a_b __", new PassageText(["a\u0001b", "\0\n"]).Text);

    [Fact]
    public void Language_marks_are_no_phonemes()
    {
        Assert.Equal("wiːkˈɛnd", PassagePhonemizer.WithoutLanguageMarks("(^e^n)wiːkˈɛnd(^f^r)"));
        Assert.Equal("a b", PassagePhonemizer.WithoutLanguageMarks("a b"));
        Assert.Equal("a", PassagePhonemizer.WithoutLanguageMarks("a)(b"));
    }
}

using Kokoro.Synthesis;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.TextToClauses.Normalisation;

public class ReadingRulesTests
{
    [Theory]
    [InlineData("0", "zero")]
    [InlineData("13", "thirteen")]
    [InlineData("40", "forty")]
    [InlineData("105", "one hundred five")]
    [InlineData("1001", "one thousand one")]
    [InlineData("999,999", "nine hundred ninety nine thousand nine hundred ninety nine")]
    [InlineData("1,000,000", "one million")]
    [InlineData("2000000003", "two billion three")]
    [InlineData("3.14", "three point one four")]
    [InlineData("1,234.50", "one thousand two hundred thirty four point five zero")]
    [InlineData(".5", "point five")]
    [InlineData("-5", "minus five")]
    [InlineData("−7.5", "minus seven point five")]
    [InlineData("007", "zero zero seven")]
    [InlineData("1234567890123456", "one two three four five six seven eight nine zero one two three four five six")]
    [InlineData("1.2.3", "one point two point three")]
    [InlineData("192.168.0.1", "one hundred ninety two dot one hundred sixty eight dot zero dot one")]
    [InlineData("1st", "first")]
    [InlineData("2nd", "second")]
    [InlineData("3rd", "third")]
    [InlineData("12th", "twelfth")]
    [InlineData("20TH", "twentieth")]
    [InlineData("101st", "one hundred first")]
    [InlineData("1,000th", "one thousandth")]
    [InlineData("4K", "four K")]
    [InlineData("mp3", "M P three")]
    [InlineData("Mrs.", "missus")]
    [InlineData("e.g.", "for example")]
    [InlineData("etc.", "et cetera")]
    [InlineData("J.R.R.", "J R R")]
    [InlineData("U.S.A", "U S A")]
    [InlineData("https://example.com/a?b=c", "example dot com slash a question mark b equals c")]
    [InlineData("www.kokoro.org", "kokoro dot org")]
    [InlineData("me@example.co.uk", "me at example dot co dot U K")]
    [InlineData("me+tag@example.com", "me plus tag at example dot com")]
    [InlineData("example.com/path", "example dot com slash path")]
    [InlineData("README.md", "readme dot M D")]
    [InlineData(".NET", "dot net")]
    [InlineData("v1.2.3", "version one point two point three")]
    [InlineData("don't", "don't")]
    [InlineData("%", "percent")]
    public void Read_american_english_says(string written, string spoken) => AssertSpoken(written, spoken, Language.AmericanEnglish);

    [Theory]
    [InlineData("105", "one hundred and five")]
    [InlineData("1001", "one thousand and one")]
    [InlineData("201,000", "two hundred and one thousand")]
    [InlineData("1,000", "one thousand")]
    [InlineData("101st", "one hundred and first")]
    public void Read_british_english_says_and(string written, string spoken) => AssertSpoken(written, spoken, Language.BritishEnglish);

    [Theory]
    [InlineData("es", "3,14", "3 coma 14")]
    [InlineData("es", "3,05", "3 coma 0 5")]
    [InlineData("es", "1.234", "1234")]
    [InlineData("es", "3.14", "3 punto 14")]
    [InlineData("es", "Sra.", "señora")]
    [InlineData("fr", "-5", "moins 5")]
    [InlineData("fr", "aujourd'hui", "aujourd'hui")]
    [InlineData("hi", "१२,३४,५६७", "1234567")]
    [InlineData("hi", "3.5", "3 दशमलव 5")]
    [InlineData("it", "a@b.it", "a chiocciola b punto it")]
    [InlineData("pt", "1,5", "1 vírgula 5")]
    [InlineData("es", "1º", "1º")]
    public void Read_other_languages_leave_digits_to_the_engine(string language, string written, string spoken) =>
        AssertSpoken(written, spoken, Language.Find(language));

    [Theory]
    [InlineData("It was 5 p.m. Then we left.", "It was five{5 p.m} p{5 p.m} m{5 p.m}·. ‖ Then we left·. ¶")]
    [InlineData("At 5 p.m. we left.", "At five{5 p.m.} p{5 p.m.} m{5 p.m.} we left·. ¶")]
    [InlineData("cats, dogs, etc.", "cats·, | dogs·, | et{etc} cetera{etc}·. ¶")]
    [InlineData("in the U.S. The end", "in the U{U.S} S{U.S}·. ‖ The end ¶")]
    [InlineData("plan B. Then go", "plan B·. ‖ Then go ¶")]
    [InlineData("It is plan B. Susan left", "It is plan B·. ‖ Susan left ¶")]
    [InlineData("No. 5 is no. I know.", "number{No.} five{5} is no·. ‖ I know·. ¶")]
    [InlineData("see p. 3.", "see page{p.} three{3}·. ¶")]
    [InlineData("ask the Dr.", "ask the doctor{Dr}·. ¶")]
    [InlineData("C++ & C#", "C{C++} plus{C++} plus{C++} and{&} C{C#} sharp{C#} ¶")]
    [InlineData("a ==== b", "a b ¶")]
    [InlineData("1,2,3", "one{1}·, |·two{2}·, |·three{3} ¶")]
    [InlineData("TO THE EXTENT PERMITTED BY\nTHE LAW.", "TO THE EXTENT PERMITTED BY THE LAW·. ¶")]
    [InlineData("!important !", "important ! ¶")]
    public void Read_in_sentences(string text, string expected) => Assert.Equal(expected, Shown.Cut(text));

    private static void AssertSpoken(string written, string spoken, Language language)
    {
        var text = $"so {written} so";
        var words = TextCutter.Cut(text, language).Clauses.SelectMany(clause => clause.Parts).OfType<SpokenWord>().ToArray();

        Assert.Equal($"so {spoken} so", string.Join(' ', words.Select(word => word.Text)));
        Assert.All(words[1..^1], word => Assert.Equal(written, Shown.Of(text, word.Source)));
    }
}

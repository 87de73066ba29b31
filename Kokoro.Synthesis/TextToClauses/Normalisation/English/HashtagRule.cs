namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"#kokoro" is a hashtag, "#1" a number, and "@jane" a name.</summary>
internal sealed class HashtagRule : IReadingRule
{
    /// <summary>Longer ones are read as other words are.</summary>
    private const int Longest = 100;

    public string Name => "hashtag";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] is not ('#' or '@') || Words.IsWordAt(paragraph, at - 1))
            return null;
        var saying = new Saying(language);
        if (paragraph[at] == '#' && Words.IsDigitAt(paragraph, at + 1) && Amounts.Read(paragraph, at + 1, saying.Add("number")) is { } number && !Words.IsWordAt(paragraph, number.End))
            return saying.Over(number.End - at);
        if (!Words.IsLetterAt(paragraph, at + 1))
            return null;

        saying = new Saying(language).Add(paragraph[at] == '#' ? "hashtag" : "at");
        var end = at + 1;
        while (end - at < Longest && (Words.IsWordAt(paragraph, end) || (paragraph[end..] is ['_', ..] && Words.IsWordAt(paragraph, end + 1))))
            end += SayPiece(paragraph, end, saying);
        return saying.Over(end - at);
    }

    private static int SayPiece(ReadOnlySpan<char> text, int at, Saying saying)
    {
        if (text[at] == '_')
            return 1;
        if (Words.IsDigitAt(text, at))
        {
            var digits = Digits.Count(text, at);
            saying.Whole(text.Slice(at, digits));
            return digits;
        }

        var length = Humps.Measure(text, at);
        saying.AddWritten(text.Slice(at, length).ToString().ToLowerInvariant());
        return length;
    }
}

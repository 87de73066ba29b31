namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Between backticks: identifiers are split at capitals, dots and dashes are said, brackets are silent. Options ("--help") anywhere.</summary>
internal sealed class CodeRule : IReadingRule
{
    private const int LongestOption = 64;

    public string Name => "code";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (paragraph[at] == '-')
            return ReadOption(paragraph, at, language);
        if (!(char.IsAsciiLetter(paragraph[at]) || paragraph[at] is '.' or '(' or ')' or '[' or ']') || !CodeSpans.Holds(paragraph, at))
            return null;
        return paragraph[at] switch
        {
            '.' => Words.IsLetterAt(paragraph, at - 1) && Words.IsLetterAt(paragraph, at + 1) ? Reading.Of(1, "dot") : null,
            '(' or ')' or '[' or ']' => Reading.LeftOut(1),
            _ => ReadHump(paragraph, at),
        };
    }

    /// <summary>"get" of getUserName; null where the identifier has no humps, digits included.</summary>
    private static Reading? ReadHump(ReadOnlySpan<char> text, int at)
    {
        var length = Humps.Measure(text, at);
        var end = at + length;
        return Words.IsDigitAt(text, end) || (end < text.Length && text[end] is '\'' or '+' or '#') || AcronymRule.IsSpelledAt(text, at) ? null : Reading.AsWritten(text[at..end]);
    }

    /// <summary>"--no-color": two dashes anywhere after a blank, one only in code.</summary>
    private static Reading? ReadOption(ReadOnlySpan<char> text, int at, Language language)
    {
        var dashes = at + 1 < text.Length && text[at + 1] == '-' ? 2 : 1;
        if (!Words.IsLetterAt(text, at + dashes) || !(Words.IsBlankAt(text, at - 1) || text[at - 1] is '`' or '[' or '('))
            return null;
        if (!CodeSpans.Holds(text, at) && (dashes == 1 || !char.IsLower(text[at + dashes])))
            return null;
        var saying = new Saying(language).Add(dashes == 2 ? "dash dash" : "dash");
        for (var end = at + dashes; ;)
        {
            var word = Around.LettersAt(text, end);
            _ = word.Length == 1 ? saying.AddLetter(word[0]) : saying.AddWritten(word.ToString());
            end += word.Length;
            if (end >= text.Length || text[end] != '-' || !Words.IsLetterAt(text, end + 1) || end - at > LongestOption)
                return saying.Over(end - at);
            saying.Add("dash");
            end++;
        }
    }
}

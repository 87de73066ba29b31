namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>"FBI", "CPUs", "FBI's", "R&amp;D": letter by letter. A sentence all in capitals is shouted, not spelled.</summary>
internal sealed class AcronymRule : IReadingRule
{
    /// <summary>How far to look for a small letter in the same sentence.</summary>
    private const int Reach = 64;

    /// <summary>From here on capitals alone make a shouted sentence.</summary>
    private const int ShoutedWords = 3;

    public string Name => "acronym";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiLetterUpper(paragraph[at]) || Words.IsWordAt(paragraph, at - 1))
            return null;
        return ReadWithAnd(paragraph, at, language) ?? ReadOne(paragraph, at, language);
    }

    /// <summary>Whether a word here is spelled, so that a hyphen beside it separates.</summary>
    public static bool IsSpelledAt(ReadOnlySpan<char> text, int at)
    {
        var length = MeasureCapitals(text, at);
        return length is > 1 and <= Acronyms.Longest && EndOf(text, at + length, out _) is not null && Acronyms.IsSpelled(text.Slice(at, length));
    }

    private static Reading? ReadOne(ReadOnlySpan<char> text, int at, Language language)
    {
        if (!IsSpelledAt(text, at) || IsShouted(text, at))
            return null;
        var length = MeasureCapitals(text, at);
        var end = EndOf(text, at + length, out var hasEnding)!.Value;
        var saying = new Saying(language).Spell(text.Slice(at, length));
        return (hasEnding ? saying.Suffix(Possessive.Ending) : saying).Over(end - at);
    }

    /// <summary>"R&amp;D", "AT&amp;T".</summary>
    private static Reading? ReadWithAnd(ReadOnlySpan<char> text, int at, Language language)
    {
        var first = MeasureCapitals(text, at);
        var and = at + first;
        if (and + 1 >= text.Length || text[and] != '&' || first > Acronyms.Longest)
            return null;
        var second = MeasureCapitals(text, and + 1);
        var end = and + 1 + second;
        return second is > 0 and <= Acronyms.Longest && !Words.IsWordAt(text, end)
            ? new Saying(language).Spell(text[at..and]).Add("and").Spell(text[(and + 1)..end]).Over(end - at)
            : null;
    }

    private static int MeasureCapitals(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= Acronyms.Longest && char.IsAsciiLetterUpper(text[end]))
            end++;
        return end - at;
    }

    /// <returns>After a plural or possessive "s"; null when the word goes on otherwise.</returns>
    private static int? EndOf(ReadOnlySpan<char> text, int end, out bool hasEnding)
    {
        var length = end < text.Length && text[end] == 's' && !Words.IsWordAt(text, end + 1) ? 1 : Possessive.Measure(text, end);
        hasEnding = length > 0;
        return Words.IsWordAt(text, end + length) ? null : end + length;
    }

    private static bool IsShouted(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < Reach && !IsSentenceMark(text[start - 1]))
        {
            if (char.IsLower(text[--start]))
                return false;
        }

        var end = at;
        while (end < text.Length && end - at < Reach && !IsSentenceMark(text[end]))
        {
            if (char.IsLower(text[end++]))
                return false;
        }

        return CountWords(text[start..end]) >= ShoutedWords;
    }

    private static bool IsSentenceMark(char character) => character is '.' or '!' or '?' or ':' or ';' or '“' or '”';

    private static int CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Words.IsLetterAt(text, at) && !Words.IsLetterAt(text, at - 1))
                words++;
        }

        return words;
    }
}

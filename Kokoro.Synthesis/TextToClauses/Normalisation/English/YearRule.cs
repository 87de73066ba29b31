namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>A bare number from 1000 to 2099 that the words around do not make a count.</summary>
internal sealed class YearRule : IReadingRule
{
    public const int First = 1000;
    public const int Last = 2099;

    /// <summary>After a preposition of time the next century is a year too.</summary>
    private const int LastAfterPreposition = 2199;

    private const int YearDigits = 4;

    private static readonly WordSet Prepositions = new("in since by until till before after during");

    /// <summary>What a number may stand for in place of a year.</summary>
    private static readonly WordSet Labels = new(
        "page pages p pp no nos number numbers chapter version room flight route line lines model step item items figure fig table question bus channel "
        + "highway pin part section vol volume id than least nearly almost exactly roughly approximately over total only");

    private static readonly WordSet Counted = new("people million billion percent of more fewer men women children words");

    /// <summary>Words with an "s" at their end that are no nouns in the plural.</summary>
    private static readonly WordSet NoPlurals = new(
        "was is has as its his this does us yes thus plus perhaps always whereas unless besides towards afterwards across "
        + "brings marks sees seems looks begins starts ends comes becomes remains gets goes makes takes says shows means lies stands");

    public string Name => "year";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!char.IsAsciiDigit(paragraph[at]) || Digits.Count(paragraph, at) != YearDigits)
            return null;
        var end = at + YearDigits;
        var year = Digits.Value(paragraph[at..end]);
        var last = Prepositions.Contains(Around.WordBefore(paragraph, at)) ? LastAfterPreposition : Last;
        if (year < First || year > last || Words.IsWordAt(paragraph, at - 1) || Words.IsWordAt(paragraph, end))
            return null;
        if (end < paragraph.Length && (paragraph[end] is '.' or ',' && Words.IsDigitAt(paragraph, end + 1)))
            return null;
        return IsMeant(paragraph, at, end) ? new Saying(language).Year(year).Over(YearDigits) : null;
    }

    /// <summary>Whether the words around let a number of four digits be a year.</summary>
    /// <param name="end">Where it, or the range that it starts, ends.</param>
    public static bool IsMeant(ReadOnlySpan<char> text, int at, int end)
    {
        var before = Around.WordBefore(text, at);
        if (Prepositions.Contains(before))
            return true;
        if (Labels.Contains(before) || (at > 0 && text[at - 1] is '#' or '№' or ','))
            return false;
        var after = Around.WordAfter(text, end);
        return !Counted.Contains(after) && !IsPlural(after);
    }

    private static bool IsPlural(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !NoPlurals.Contains(word);
}

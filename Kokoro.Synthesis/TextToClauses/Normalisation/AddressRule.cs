namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// Web and e-mail addresses, names of hosts, files and variables, versions with letters: whatever holds a mark that ends nothing. Names are
/// said with their dots, at-signs and slashes; a scheme ("https://") is not said.
/// </summary>
internal sealed class AddressRule : IReadingRule
{
    public string Name => "address";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!MayStart(paragraph, at))
            return null;
        var rest = paragraph[at..];
        var from = AddressShape.MeasureScheme(rest);
        var length = from > 0 || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? AddressShape.MeasureUntilBlank(rest) : AddressShape.MeasureMail(rest);
        if (length == 0)
            length = AddressShape.MeasureName(paragraph, at);
        if (length <= from)
            return null;
        var words = Say(rest[from..length], AddressWords.Of(language));
        return words.Count == 0 ? null : new Reading(length, [.. words]);
    }

    /// <summary>Whether one of the marks of addresses follows the word, so that plain words are passed over at once.</summary>
    private static bool MayStart(ReadOnlySpan<char> paragraph, int at)
    {
        var end = at;
        while (end < paragraph.Length && end - at < AddressShape.LongestName && (Words.IsWordAt(paragraph, end) || (end > at && paragraph[end] == '-')))
            end++;
        return end == at ? paragraph[at] == '.' : end < paragraph.Length && paragraph[end] is '.' or '@' or ':' or '_' or '+';
    }

    private static List<SaidWord> Say(ReadOnlySpan<char> address, AddressWords marks)
    {
        var words = new List<SaidWord>();
        for (var at = 0; at < address.Length;)
        {
            var end = at;
            while (Words.IsWordAt(address, end))
                end++;
            if (end > at)
            {
                words.Add(new SaidWord(address[at..end].ToString()));
                at = end;
                continue;
            }

            var isBetween = at + 1 < address.Length;
            var word = address[at] switch
            {
                '.' when Words.IsDigitAt(address, at - 1) && Words.IsDigitAt(address, at + 1) => marks.Point,
                '.' => marks.Dot,
                '@' => marks.At,
                '/' when isBetween => marks.Slash,
                _ => null,
            };
            if (word is not null)
                words.Add(new SaidWord(word));
            at++;
        }

        return words;
    }
}

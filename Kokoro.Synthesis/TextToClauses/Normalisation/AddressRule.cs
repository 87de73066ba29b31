namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>
/// Web and e-mail addresses, host and file names, versions with letters: whatever holds a full stop that ends nothing. Names are
/// said with their dots, at-signs and slashes; a scheme ("https://") is not said.
/// </summary>
internal sealed class AddressRule : IReadingRule
{
    /// <summary>The longest name of a file on common file systems; host names are limited to 253. It also bounds the look-ahead.</summary>
    private const int LongestName = 255;

    /// <summary>RFC 5321, 4.5.3.1.1: the local part of an e-mail address.</summary>
    private const int LongestMailbox = 64;

    private const int LongestScheme = 16;

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        var rest = paragraph[at..];
        var from = MeasureScheme(rest);
        var length = from > 0 || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? MeasureUntilBlank(rest) : MeasureMail(rest);
        if (length == 0)
            length = MeasureName(paragraph, at);
        if (length <= from)
            return null;
        var words = Say(rest[from..length], AddressWords.Of(language));
        return words.Count == 0 ? null : new Reading(length, [.. words]);
    }

    private static int MeasureScheme(ReadOnlySpan<char> rest)
    {
        var letters = 0;
        while (letters < rest.Length && letters <= LongestScheme && char.IsAsciiLetter(rest[letters]))
            letters++;
        return letters > 0 && rest[letters..].StartsWith("://") ? letters + "://".Length : 0;
    }

    /// <summary>To the next blank or quotation mark, less the marks at the end, which belong to the sentence.</summary>
    private static int MeasureUntilBlank(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \n“”\"<>" + Cleaning.CleanText.Gap);
        return (end < 0 ? rest : rest[..end]).TrimEnd(".,;:!?)]}'*_…—–-").Length;
    }

    private static int MeasureMail(ReadOnlySpan<char> rest)
    {
        var at = 0;
        while (at < rest.Length && at <= LongestMailbox && (Words.IsWordAt(rest, at) || (at > 0 && rest[at] is '.' or '_' or '-' or '+')))
            at++;
        if (at == 0 || at >= rest.Length || rest[at] != '@' || !Words.IsWordAt(rest, at + 1))
            return 0;
        var host = MeasureDotted(rest, at + 1, "-", out var dots);
        return dots > 0 ? at + 1 + host : 0;
    }

    /// <summary>A name with dots inside and at least one letter; a path may follow. ".gitignore" and ".NET" start with theirs.</summary>
    private static int MeasureName(ReadOnlySpan<char> paragraph, int at)
    {
        var isDotFirst = paragraph[at] == '.' && Words.IsBlankAt(paragraph, at - 1) && Words.IsLetterAt(paragraph, at + 1);
        var start = isDotFirst ? at + 1 : at;
        if (!Words.IsWordAt(paragraph, start))
            return 0;
        var length = MeasureDotted(paragraph, start, "-_", out var dots);
        if ((dots == 0 && !isDotFirst) || !HasLetter(paragraph.Slice(start, length)))
            return 0;
        var end = start + length;
        if (end + 1 < paragraph.Length && paragraph[end] == '/' && Words.IsWordAt(paragraph, end + 1))
            end += MeasureUntilBlank(paragraph[end..]);
        return end - at;
    }

    private static int MeasureDotted(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> joiners, out int dots)
    {
        dots = 0;
        var end = start;
        while (end < text.Length && end - start < LongestName)
        {
            if (!Words.IsWordAt(text, end))
            {
                var isJoined = Words.IsWordAt(text, end - 1) && Words.IsWordAt(text, end + 1);
                var isDot = text[end] == '.' && !Words.IsMissingSpace(text, end);
                if (!isJoined || (!isDot && !joiners.Contains(text[end])))
                    break;
                dots += isDot ? 1 : 0;
            }

            end++;
        }

        return end - start;
    }

    private static bool HasLetter(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (Words.IsLetterAt(name, at))
                return true;
        }

        return false;
    }

    private static List<string> Say(ReadOnlySpan<char> address, AddressWords marks)
    {
        var words = new List<string>();
        for (var at = 0; at < address.Length;)
        {
            var end = at;
            while (Words.IsWordAt(address, end))
                end++;
            if (end > at)
            {
                words.Add(address[at..end].ToString());
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
                words.Add(word);
            at++;
        }

        return words;
    }
}

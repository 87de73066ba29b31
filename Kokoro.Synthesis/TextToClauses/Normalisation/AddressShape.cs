using System.Buffers;

namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>Measures web and e-mail addresses and dotted names.</summary>
internal static class AddressShape
{
    /// <summary>The longest name of a file on common file systems; host names are limited to 253. It also bounds the look-ahead.</summary>
    public const int LongestName = 255;

    /// <summary>RFC 5321, 4.5.3.1.1: the local part of an e-mail address.</summary>
    private const int LongestMailbox = 64;

    private const int LongestScheme = 16;

    private static readonly SearchValues<char> AfterAddress = SearchValues.Create(" \n“”\"<>" + Cleaning.CleanText.Gap);

    /// <returns>Characters of "https://"; 0 when there is no scheme.</returns>
    public static int MeasureScheme(ReadOnlySpan<char> rest)
    {
        var letters = 0;
        while (letters < rest.Length && letters <= LongestScheme && char.IsAsciiLetter(rest[letters]))
            letters++;
        return letters > 0 && rest[letters..].StartsWith("://") ? letters + "://".Length : 0;
    }

    /// <summary>To the next blank or quotation mark, less the marks at the end, which belong to the sentence.</summary>
    public static int MeasureUntilBlank(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(AfterAddress);
        return (end < 0 ? rest : rest[..end]).TrimEnd(".,;:!?)]}'*_…—–-").Length;
    }

    public static int MeasureMail(ReadOnlySpan<char> rest)
    {
        var at = 0;
        var hasTag = false;
        for (; at < rest.Length && at <= LongestMailbox; at++)
        {
            // One "+tag" is all that mail servers know; a sum of many terms is not looked through from each of them.
            var isTag = rest[at] == '+' && !hasTag;
            hasTag |= isTag;
            if (!Words.IsWordAt(rest, at) && (at == 0 || !(isTag || rest[at] is '.' or '_' or '-')))
                break;
        }

        if (at == 0 || at >= rest.Length || rest[at] != '@' || !Words.IsWordAt(rest, at + 1))
            return 0;
        var host = MeasureDotted(rest, at + 1, "-", out var dots);
        return dots > 0 ? at + 1 + host : 0;
    }

    /// <summary>
    /// A name with dots or underscores inside and at least one letter; a path may follow. ".gitignore" and ".NET" start with theirs.
    /// </summary>
    /// <param name="openers">What may stand before the dot of ".gitignore" beside a blank.</param>
    public static int MeasureName(ReadOnlySpan<char> paragraph, int at, ReadOnlySpan<char> openers = default)
    {
        var isDotFirst = paragraph[at] == '.' && (Words.IsBlankAt(paragraph, at - 1) || openers.Contains(paragraph[at - 1])) && Words.IsLetterAt(paragraph, at + 1);
        var start = isDotFirst ? at + 1 : at;
        if (!Words.IsWordAt(paragraph, start))
            return 0;
        var length = MeasureDotted(paragraph, start, "-_", out var dots);
        if ((dots == 0 && !isDotFirst && !paragraph.Slice(start, length).Contains('_')) || !HasLetter(paragraph.Slice(start, length)))
            return 0;
        var end = start + length;
        if (end + 1 < paragraph.Length && paragraph[end] == '/' && Words.IsWordAt(paragraph, end + 1))
            end += MeasureUntilBlank(paragraph[end..]);
        return end - at;
    }

    public static int MeasureDotted(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> joiners, out int dots)
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

    public static bool HasLetter(ReadOnlySpan<char> name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (Words.IsLetterAt(name, at))
                return true;
        }

        return false;
    }
}

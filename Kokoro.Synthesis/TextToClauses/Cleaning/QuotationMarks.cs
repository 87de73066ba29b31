using System.Collections.Frozen;

namespace Kokoro.Synthesis.TextToClauses.Cleaning;

/// <summary>
/// Tells quotation marks from apostrophes. Afterwards ' is an apostrophe that belongs to a word, “ and ” are quotation marks,
/// single ones included, and whatever is neither (inches, a mark alone between spaces) stands as it was.
/// </summary>
internal static class QuotationMarks
{
    /// <summary>Words whose first letters are left out, so that their first mark opens no quotation.</summary>
    private static readonly FrozenSet<string> Elisions =
        new[] { "tis", "twas", "twere", "em", "til", "till", "cause", "cos", "cuz", "n", "bout", "ere", "neath", "twixt" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const int LongestElision = 5;

    public static CleanText Resolve(CleanText clean)
    {
        var chars = clean.Chars.ToArray();
        var doubleIsOpen = false;
        var singleIsOpen = false;
        for (var at = 0; at < chars.Length; at++)
        {
            switch (chars[at])
            {
                case '\n' when at + 1 < chars.Length && chars[at + 1] == '\n':
                    // A quotation that was never closed must not reach into the next paragraph.
                    doubleIsOpen = singleIsOpen = false;
                    break;
                case '"':
                    chars[at] = Double(chars, at, ref doubleIsOpen);
                    break;
                case '\'' or '’' or '‘':
                    chars[at] = Single(chars, at, ref singleIsOpen);
                    break;
            }
        }

        return clean.With(chars);
    }

    private static char Double(ReadOnlySpan<char> chars, int at, ref bool isOpen)
    {
        var startsWord = IsBeforeWord(chars, at) && !IsBlank(chars, at + 1);
        if (!startsWord && !isOpen && at > 0 && char.IsAsciiDigit(chars[at - 1]))
            return '"';
        isOpen = startsWord || (!isOpen && IsBlank(chars, at - 1) && IsBlank(chars, at + 1));
        return isOpen ? '“' : '”';
    }

    private static char Single(ReadOnlySpan<char> chars, int at, ref bool isOpen)
    {
        var mark = chars[at];
        var followsWord = IsWord(chars, at - 1);
        var precedesWord = IsWord(chars, at + 1);
        if (followsWord && precedesWord)
            return '\'';
        if (precedesWord)
        {
            if (mark == '’' || IsElision(chars, at + 1) || !IsBeforeWord(chars, at))
                return '\'';
            isOpen = true;
            return '“';
        }

        if (isOpen && !IsBlank(chars, at - 1))
        {
            isOpen = false;
            return '”';
        }

        if (followsWord && mark != '‘')
            return '\'';
        if (mark == '‘' && !IsBlank(chars, at + 1))
        {
            isOpen = true;
            return '“';
        }

        return mark;
    }

    private static bool IsElision(ReadOnlySpan<char> chars, int at)
    {
        if (char.IsAsciiDigit(chars[at]))
            return true;
        var end = at;
        while (end < chars.Length && end - at <= LongestElision && Letters.IsWordCharacter(chars[end]))
            end++;
        return Elisions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(chars[at..end]);
    }

    private static bool IsWord(ReadOnlySpan<char> chars, int at) => at >= 0 && at < chars.Length && Letters.IsWordCharacter(chars[at]);

    private static bool IsBlank(ReadOnlySpan<char> chars, int at) => at < 0 || at >= chars.Length || chars[at] is ' ' or '\n';

    /// <summary>Whether a quotation can open here: after white space, another opening mark or a dash.</summary>
    private static bool IsBeforeWord(ReadOnlySpan<char> chars, int at) =>
        IsBlank(chars, at - 1) || chars[at - 1] is '(' or '[' or '{' or '“' or '"' or '—' or '–' or '-' or '/';
}

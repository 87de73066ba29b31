namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Paths: "/usr/bin", "~/notes.txt", "./run.sh", "C:\Users", "src/main.rs".</summary>
internal static class Paths
{
    /// <summary>Longer ones are no paths of any file system; it also bounds the look-ahead.</summary>
    private const int Longest = 1024;

    /// <returns>Its characters; 0 when there is none.</returns>
    public static int Measure(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        var isFree = at == 0 || !(Words.IsWordAt(text, at - 1) || text[at - 1] is '/' or '.' or ')' or '<');
        if (!isFree)
            return 0;
        if (StartsPath(rest))
            return MeasureUntilEnd(rest);
        return MeasureRelative(rest);
    }

    private static bool StartsPath(ReadOnlySpan<char> rest) =>
        (rest is ['/', var first, ..] && char.IsAsciiLetter(first))
        || (rest is ['~', '/', var home, ..] && home is not (' ' or '\n'))
        || (rest is ['.', '/', var here, ..] && here is not (' ' or '\n'))
        || rest.StartsWith("../")
        || (rest is [var drive, ':', '\\', ..] && char.IsAsciiLetter(drive));

    private static int MeasureUntilEnd(ReadOnlySpan<char> rest)
    {
        var length = AddressShape.MeasureUntilBlank(rest[..Math.Min(rest.Length, Longest)]);
        var quote = rest[..length].IndexOfAny('`', '|');
        return quote < 0 ? length : quote;
    }

    /// <summary>Names with slashes between, the last with a known ending: "src/main.rs", but not "and/or".</summary>
    private static int MeasureRelative(ReadOnlySpan<char> rest)
    {
        var end = 0;
        var slash = -1;
        var dot = -1;
        while (end < rest.Length && end < Longest)
        {
            if (rest[end] == '/')
                slash = end;
            else if (rest[end] == '.')
                dot = end;
            else if (!Words.IsWordAt(rest, end) && rest[end] is not ('-' or '_'))
                break;
            if (!Words.IsWordAt(rest, end) && !Words.IsWordAt(rest, end + 1) && rest[end] != '.')
                break;
            if (rest[end] == '.' && !Words.IsWordAt(rest, end + 1))
                break;
            end++;
        }

        var isPath = slash > 0 && dot > slash && end > dot + 1 && KnownEndings.Contains(rest[(dot + 1)..end]);
        return isPath ? end : 0;
    }
}

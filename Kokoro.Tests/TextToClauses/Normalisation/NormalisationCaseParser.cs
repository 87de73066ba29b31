using Kokoro.Synthesis;

namespace Kokoro.Tests.TextToClauses.Normalisation;

/// <summary>
/// Reads one row of the table. Every source is looked for from the end of the one before, so the order of the row is the order of
/// the text, and a word that stands there twice needs no number.
/// </summary>
internal static class NormalisationCaseParser
{
    private const int Columns = 3;

    /// <exception cref="FormatException">The row does not follow the notation; the message begins with its line.</exception>
    public static NormalisationCase Parse(string row, int line)
    {
        try
        {
            var columns = row.Split('\t');
            if (columns.Length != Columns)
                throw new FormatException($"{columns.Length} columns in place of {Columns}");
            return Parse(row, line, Language.Find(columns[0]), CaseEscapes.Resolve(columns[1]), columns[2]);
        }
        catch (Exception refused) when (refused is FormatException or SpeechException)
        {
            throw new FormatException($"line {line}: {refused.Message}", refused);
        }
    }

    private static NormalisationCase Parse(string row, int line, Language language, string text, string expected)
    {
        var words = new List<(string, TextRange)>();
        var leftOut = new List<TextRange>();
        var searched = 0;
        for (var at = 0; at < expected.Length;)
        {
            var end = EndOfItem(expected, at);
            if (end < expected.Length && expected[end] != ' ')
                throw new FormatException($"a space is missing after '{expected[at..end]}'");
            var (spoken, source) = ReadItem(expected[at..end]);
            var start = text.IndexOf(source, searched, StringComparison.Ordinal);
            if (start < 0)
                throw new FormatException($"'{source}' is not in the text after character {searched}");
            searched = start + source.Length;

            var range = new TextRange(start, searched);
            if (spoken.Length == 0)
                leftOut.Add(range);
            foreach (var word in spoken)
                words.Add((word, range));
            at = end + 1;
        }

        return new NormalisationCase(line, row, language, text, words, leftOut);
    }

    /// <summary>A plain word ends before the next space, a bracket after the next ']' that is not escaped.</summary>
    private static int EndOfItem(string expected, int at)
    {
        if (expected[at] != '[')
        {
            var space = expected.IndexOf(' ', at);
            return space < 0 ? expected.Length : space;
        }

        for (var end = at + 1; end < expected.Length; end++)
        {
            if (expected[end] == '\\')
                end++;
            else if (expected[end] == ']')
                return end + 1;
        }

        throw new FormatException($"'{expected[at..]}' has no ']'");
    }

    private static (string[] Spoken, string Source) ReadItem(string item)
    {
        if (!item.StartsWith('['))
        {
            var word = CaseEscapes.Resolve(item);
            return word.Length > 0 ? ([word], word) : throw new FormatException("two spaces follow each other");
        }

        var sign = item.IndexOf('=', StringComparison.Ordinal);
        var source = sign < 0 ? "" : CaseEscapes.Resolve(item[(sign + 1)..^1]);
        if (source.Length == 0)
            throw new FormatException($"'{item}' has no source; write [spoken words=source]");
        var spoken = item[1..sign];
        return (spoken.Length == 0 ? [] : [.. spoken.Split(' ').Select(CaseEscapes.Resolve)], source);
    }
}

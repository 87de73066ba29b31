namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>Web and e-mail addresses, paths and names of files, names with dots: said with their marks, less the scheme and "www.".</summary>
internal sealed class EnglishAddressRule : IReadingRule
{
    private const string World = "www.";

    public string Name => "address";

    public Reading? Read(ReadOnlySpan<char> paragraph, int at, Language language)
    {
        if (!MayStart(paragraph, at))
            return null;
        var rest = paragraph[at..];
        var from = AddressShape.MeasureScheme(rest);
        if (rest[from..].StartsWith(World, StringComparison.OrdinalIgnoreCase))
            from += World.Length;
        var length = from > 0 ? AddressShape.MeasureUntilBlank(rest) : AddressShape.MeasureMail(rest);
        if (length == 0)
            length = Paths.Measure(paragraph, at);
        if (length == 0)
            length = MeasureName(paragraph, at);
        if (length <= from)
            return null;
        var saying = new Saying(language);
        AddressSpeech.Say(from > 0 ? rest[from..length].TrimEnd('/') : rest[..length], saying);
        return saying.Count == 0 ? null : saying.Over(length);
    }

    /// <summary>Whether one of the marks of addresses follows the word, so that plain words are passed over at once.</summary>
    private static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        // What stands in the middle of a name was looked at from its start.
        if (Words.IsWordAt(text, at - 1) || (Words.IsWordAt(text, at - 2) && text[at - 1] is ('_' or '-' or '/' or '.')))
            return false;
        var end = at;
        while (end < text.Length && end - at < AddressShape.LongestName && (Words.IsWordAt(text, end) || (end > at && text[end] == '-')))
            end++;
        return end == at ? text[at] is '.' or '/' or '~' : end < text.Length && text[end] is '.' or '@' or ':' or '_' or '+' or '/';
    }

    /// <summary>A dotted name. One that starts with a number is one only with a known ending, and so is one in code, where dots are said apart.</summary>
    private static int MeasureName(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '/' or '~')
            return 0;
        var length = AddressShape.MeasureName(text, at, "`(“");
        var name = text.Slice(at, length);
        if (length == 0 || (!name.Contains('.') && name[0] != '.'))
            return 0;
        var slash = name.IndexOf('/');
        var host = slash < 0 ? name : name[..slash];
        var needsEnding = char.IsAsciiDigit(text[at]) || CodeSpans.Holds(text, at);
        return needsEnding && !KnownEndings.Contains(host[(host.LastIndexOf('.') + 1)..]) ? 0 : length;
    }
}

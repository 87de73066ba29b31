namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The pieces of a name that capitals divide: getUserName, HTTPServer.</summary>
internal static class Humps
{
    /// <summary>Letters of the piece at <paramref name="at"/>: capitals and the small letters after, less the capital that starts the next piece.</summary>
    public static int Measure(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (Words.IsLetterAt(text, end) && char.IsUpper(text[end]))
            end++;
        if (end - at > 1)
            return Words.IsLetterAt(text, end) ? end - 1 - at : end - at;
        while (Words.IsLetterAt(text, end) && !char.IsUpper(text[end]))
            end++;
        return end - at;
    }
}

namespace Kokoro.Synthesis.TextToClauses.Normalisation.English;

/// <summary>The "'s" after something that is not written as a word.</summary>
internal static class Possessive
{
    public const string Ending = "'s";

    /// <returns>2 where it stands, otherwise 0.</returns>
    public static int Measure(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\'' && text[at + 1] is ('s' or 'S') && !Words.IsWordAt(text, at + 2) ? Ending.Length : 0;
}

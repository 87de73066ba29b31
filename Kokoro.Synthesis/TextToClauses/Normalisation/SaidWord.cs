namespace Kokoro.Synthesis.TextToClauses.Normalisation;

/// <summary>A word that a rule says.</summary>
internal readonly record struct SaidWord(string Text, bool IsLetterName = false)
{
    /// <summary>A word that a rule made: a capital alone, perhaps in the plural, is the name of a letter.</summary>
    public static SaidWord Of(string text) => new(text, char.IsAsciiLetterUpper(text[0]) && (text.Length == 1 || text[1..] == "'s"));
}

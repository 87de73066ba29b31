using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>A word, a group of words that espeak-ng merged ("of the" becomes `ʌvðə`), or a mark, in Kokoro's phoneme alphabet.</summary>
/// <param name="Phonemes">Symbols of Kokoro's vocabulary only, without spaces; a mark is itself. Empty when nothing of it sounds.</param>
/// <param name="Source">The range of the word, or of the whole merged group, in the text as received.</param>
/// <param name="SpaceBefore">Whether a space token comes before it.</param>
/// <param name="Spoken">The words it came from, for showing; empty for a mark.</param>
public sealed record PhonemizedPart(string Phonemes, TextRange Source, bool SpaceBefore, string Spoken)
{
    /// <summary>The names of the rules that made the words, for showing; empty for a mark.</summary>
    public string Rule { get; init; } = "";

    public bool IsWord => Spoken.Length > 0;

    public static PhonemizedPart Of(Mark mark) => new(mark.Symbol.ToString(), mark.Source, mark.SpaceBefore, "");
}

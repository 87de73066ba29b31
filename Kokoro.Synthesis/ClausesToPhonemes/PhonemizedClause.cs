using System.Collections.Immutable;
using System.Text;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.ClausesToPhonemes;

/// <summary>A clause in Kokoro's phoneme alphabet, marks included, each part with its place in the text as received.</summary>
/// <param name="Index">The index of the clause it came from.</param>
/// <param name="Outcome">How the engine got there, so that a word-by-word reading can be told from an ordinary one.</param>
public sealed record PhonemizedClause(int Index, ImmutableArray<PhonemizedPart> Parts, ClauseEnd End, PhonemizeOutcome Outcome)
{
    /// <summary>The phonemes as one string, with its space tokens, as the model's tokenizer would be given it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.Phonemes.Length == 0)
                continue;
            if (part.SpaceBefore && text.Length > 0)
                text.Append(' ');
            text.Append(part.Phonemes);
        }

        return text.ToString();
    }
}

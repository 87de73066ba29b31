using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>A clause, or a part of a long one, that stays whole.</summary>
/// <param name="Parts">Only parts that sound; at least one.</param>
/// <param name="Ids">How many ids it takes after another piece, so with the space before its first part.</param>
internal sealed record Piece(ImmutableArray<PhonemizedPart> Parts, int Ids, ClauseEnd End)
{
    public static Piece Of(ImmutableArray<PhonemizedPart> parts, ClauseEnd end) => new(parts, parts.Sum(CountIds), end);

    /// <summary>One id for each symbol and one for the space before.</summary>
    public static int CountIds(PhonemizedPart part) => part.Phonemes.Length + (part.SpaceBefore ? 1 : 0);
}

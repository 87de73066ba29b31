using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>
/// Cuts a clause that is too long for a run: before conjunctions above <see cref="RunLimits.Most"/>, before words above what the
/// model takes, and inside of a word only when a single one is longer than that. Nothing is dropped or doubled.
/// </summary>
internal sealed class ClauseSplitter(RunLimits limits)
{
    /// <param name="parts">Parts that sound.</param>
    public List<Piece> Split(ImmutableArray<PhonemizedPart> parts, ClauseEnd end)
    {
        var pieces = new List<Piece>();
        foreach (var atConjunctions in Cut(parts, limits.Most, IsConjunction))
        {
            foreach (var atWords in Cut(atConjunctions, TokenRun.MostIds, IsWordStart))
            {
                foreach (var anywhere in Cut(CutWords(atWords), TokenRun.MostIds, static (_, _) => true))
                    pieces.Add(Piece.Of(anywhere, ClauseEnd.Clause));
            }
        }

        pieces[^1] = pieces[^1] with { End = end };
        return pieces;
    }

    /// <summary>
    /// Cuts into about equal pieces of at most <paramref name="most"/> ids, at the places where <paramref name="mayCut"/> allows it;
    /// where it allows none, a piece is longer.
    /// </summary>
    private IEnumerable<ImmutableArray<PhonemizedPart>> Cut(
        ImmutableArray<PhonemizedPart> parts, int most, Func<ImmutableArray<PhonemizedPart>, int, bool> mayCut)
    {
        var rest = parts.Sum(Piece.CountIds);
        var start = 0;
        while (rest > most)
        {
            var pieces = (rest + most - 1) / most;
            var target = rest / pieces;
            var best = -1;
            var bestIds = 0;
            var ids = Piece.CountIds(parts[start]);
            for (var at = start + 1; at < parts.Length; ids += Piece.CountIds(parts[at++]))
            {
                if (ids > most && best >= 0)
                    break;
                if (!mayCut(parts, at) || ((ids < limits.Least || rest - ids < limits.Least) && most < TokenRun.MostIds))
                    continue;
                if (best < 0 || Math.Abs(ids - target) <= Math.Abs(bestIds - target))
                    (best, bestIds) = (at, ids);
            }

            if (best < 0)
                break;
            yield return parts[start..best];
            start = best;
            rest -= bestIds;
        }

        yield return start == 0 ? parts : parts[start..];
    }

    private static bool IsConjunction(ImmutableArray<PhonemizedPart> parts, int at) => parts[at].IsWord && Conjunctions.Starts(parts[at].Spoken);

    /// <summary>Closing marks stay with the word before, opening ones with the word after.</summary>
    private static bool IsWordStart(ImmutableArray<PhonemizedPart> parts, int at) =>
        (parts[at].IsWord || IsOpening(parts[at])) && !IsOpening(parts[at - 1]);

    private static bool IsOpening(PhonemizedPart part) => !part.IsWord && part.Phonemes is "“" or "(";

    /// <summary>The last resort for a word that fills more than a run: each slice keeps the range of the whole word.</summary>
    private static ImmutableArray<PhonemizedPart> CutWords(ImmutableArray<PhonemizedPart> parts)
    {
        // With the space before it a slice must still fit.
        const int Longest = TokenRun.MostIds - 1;
        if (!parts.Any(part => part.Phonemes.Length > Longest))
            return parts;
        return
        [
            .. parts.SelectMany(part => part.Phonemes.Chunk(Longest).Select((slice, index) =>
                part with { Phonemes = new string(slice), SpaceBefore = index == 0 && part.SpaceBefore })),
        ];
    }
}

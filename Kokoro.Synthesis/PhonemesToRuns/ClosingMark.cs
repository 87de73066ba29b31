using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>
/// Gives a heading, a list item or a paragraph without a mark at its end a full stop: the model would read on into
/// what follows as if it were one sentence.
/// </summary>
internal static class ClosingMark
{
    private const char Stop = '.';

    /// <param name="parts">Parts that sound, with at least one word.</param>
    public static ImmutableArray<PhonemizedPart> AddTo(ImmutableArray<PhonemizedPart> parts, ClauseEnd end)
    {
        if (end < ClauseEnd.ListItem)
            return parts;
        for (var last = parts.Length - 1; !parts[last].IsWord; last--)
        {
            if (Mark.ClauseEnds.Contains(parts[last].Phonemes, StringComparison.Ordinal))
                return parts;
        }

        // It stands nowhere in the text.
        var place = parts[^1].Source.End;
        return parts.Add(PhonemizedPart.Of(new Mark(Stop, new TextRange(place, place), spaceBefore: false)));
    }
}

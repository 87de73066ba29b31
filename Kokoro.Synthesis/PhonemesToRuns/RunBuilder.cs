using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>Turns parts into the ids of one run.</summary>
internal static class RunBuilder
{
    private const char Space = ' ';

    /// <param name="parts">Parts that sound; the space before the first is dropped, because a run starts with its pad.</param>
    /// <exception cref="ArgumentException">A symbol outside of Kokoro's vocabulary.</exception>
    public static TokenRun Build(int index, IEnumerable<PhonemizedPart> parts)
    {
        var ids = ImmutableArray.CreateBuilder<long>();
        var words = ImmutableArray.CreateBuilder<RunWord>();
        ids.Add(Vocabulary.Pad);
        foreach (var part in parts)
        {
            if (part.SpaceBefore && ids.Count > 1)
                ids.Add(IdOf(Space));
            var first = ids.Count;
            foreach (var symbol in part.Phonemes)
                ids.Add(IdOf(symbol));
            if (part.IsWord)
                words.Add(new RunWord(part.Source, first, ids.Count));
        }

        ids.Add(Vocabulary.Pad);
        return new TokenRun(index, ids.ToImmutable(), words.ToImmutable());
    }

    private static int IdOf(char symbol) =>
        Vocabulary.TryGetId(symbol, out var id)
            ? id
            : throw new ArgumentException($"'{symbol}' (U+{(int)symbol:X4}) is not in Kokoro's vocabulary; the phonemizer must map it", nameof(symbol));
}

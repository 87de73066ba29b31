using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>Turns pieces of clauses into the ids of one run.</summary>
internal sealed class RunBuilder
{
    private const char Space = ' ';

    private readonly ImmutableArray<long>.Builder _ids = ImmutableArray.CreateBuilder<long>();
    private readonly ImmutableArray<RunWord>.Builder _words = ImmutableArray.CreateBuilder<RunWord>();
    private readonly ImmutableArray<RunBreak>.Builder _breaks = ImmutableArray.CreateBuilder<RunBreak>();

    /// <summary>The strongest end since the last word.</summary>
    private ClauseEnd? _ended;

    private RunBuilder()
    {
    }

    /// <param name="pieces">At least one; the space before the first part is dropped, because a run starts with its pad.</param>
    /// <exception cref="ArgumentException">A symbol outside of Kokoro's vocabulary.</exception>
    public static TokenRun Build(int index, IReadOnlyList<Piece> pieces)
    {
        var run = new RunBuilder();
        run._ids.Add(Vocabulary.Pad);
        foreach (var piece in pieces)
        {
            foreach (var part in piece.Parts)
                run.Add(part);
            run._ended = run._ended > piece.End ? run._ended : piece.End;
        }

        run._ids.Add(Vocabulary.Pad);
        return new TokenRun(index, run._ids.ToImmutable(), run._words.ToImmutable())
        {
            Breaks = run._breaks.ToImmutable(),
            End = run._ended!.Value,
        };
    }

    private void Add(PhonemizedPart part)
    {
        if (part.SpaceBefore && _ids.Count > 1)
            _ids.Add(IdOf(Space));
        var first = _ids.Count;
        foreach (var symbol in part.Phonemes)
            _ids.Add(IdOf(symbol));
        if (!part.IsWord)
            return;
        if (_ended is { } end && _words.Count > 0)
            _breaks.Add(new RunBreak(_words.Count, end));
        _ended = null;
        _words.Add(new RunWord(part.Source, first, _ids.Count));
    }

    private static int IdOf(char symbol) =>
        Vocabulary.TryGetId(symbol, out var id)
            ? id
            : throw new ArgumentException($"'{symbol}' (U+{(int)symbol:X4}) is not in Kokoro's vocabulary; the phonemizer must map it", nameof(symbol));
}

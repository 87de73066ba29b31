using System.Collections.Immutable;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.PhonemesToRuns;

/// <summary>
/// Packs the clauses of one text into runs, as they come. The first run is ready as soon as it is long enough; each later one
/// waits for the clause after it, so that a last scrap of a few ids can still join it. Not thread-safe; no I/O.
/// </summary>
/// <remarks>
/// A run ends: when it is full; at the end of a sentence when it is half full; at the end of a paragraph when it is a quarter
/// full. A scrap under <see cref="RunLimits.Least"/> ids always takes the next clause, or joins the run before at the end of the
/// text, as long as the model takes the sum. It is spoken alone only if it is all there is, or all there is after the first run.
/// </remarks>
public sealed class RunPacker
{
    private const int SentencesEndAtHalf = 2;
    private const int ParagraphsEndAtQuarter = 4;

    private readonly RunLimits _limits;
    private readonly ClauseSplitter _splitter;
    private readonly List<Piece> _open = [];
    private readonly List<Piece> _closed = [];
    private int _nextIndex;
    private bool _isCompleted;

    public RunPacker(RunLimits? limits = null)
    {
        _limits = limits ?? RunLimits.Default;
        _splitter = new ClauseSplitter(_limits);
    }

    /// <summary>Takes the next clause; gives the runs that are ready now, in order.</summary>
    /// <exception cref="ArgumentException">A symbol outside of Kokoro's vocabulary.</exception>
    /// <exception cref="InvalidOperationException">After <see cref="Complete"/>.</exception>
    public ImmutableArray<TokenRun> Add(PhonemizedClause clause)
    {
        ThrowIfCompleted();
        var sounding = clause.Parts.Where(part => part.Phonemes.Length > 0).ToImmutableArray();
        if (!sounding.Any(part => part.IsWord))
            return [];
        var ready = ImmutableArray.CreateBuilder<TokenRun>();
        foreach (var piece in _splitter.Split(sounding, clause.End))
            Add(piece, ready);
        return ready.ToImmutable();
    }

    /// <summary>Gives the last runs.</summary>
    /// <exception cref="InvalidOperationException">Called twice.</exception>
    public ImmutableArray<TokenRun> Complete()
    {
        ThrowIfCompleted();
        _isCompleted = true;
        var ready = ImmutableArray.CreateBuilder<TokenRun>();
        if (_closed.Count > 0 && Count(_open) < _limits.Least && Count(_closed) + Count(_open) <= TokenRun.MostIds)
        {
            _closed.AddRange(_open);
            _open.Clear();
        }

        Emit(_closed, ready);
        Emit(_open, ready);
        return ready.ToImmutable();
    }

    private void Add(Piece piece, ImmutableArray<TokenRun>.Builder ready)
    {
        if (_open.Count > 0 && !Fits(piece))
            Close(ready);
        _open.Add(piece);
        // What is held back could only be joined by a scrap.
        if (Count(_open) >= _limits.Least)
            Emit(_closed, ready);
        if (IsFull(piece.End))
            Close(ready);
    }

    private int OpenIndex => _nextIndex + (_closed.Count > 0 ? 1 : 0);

    private bool Fits(Piece piece)
    {
        var open = Count(_open);
        return open + piece.Ids <= (open < _limits.Least ? TokenRun.MostIds : _limits.Of(OpenIndex));
    }

    private bool IsFull(ClauseEnd end)
    {
        var ids = Count(_open);
        var limit = _limits.Of(OpenIndex);
        return ids >= _limits.Least && end switch
        {
            _ when ids >= limit => true,
            ClauseEnd.Sentence => ids * SentencesEndAtHalf >= limit,
            ClauseEnd.Paragraph => ids * ParagraphsEndAtQuarter >= limit,
            _ => false,
        };
    }

    /// <summary>The first run goes out at once, because somebody is waiting for it; a later one is held back.</summary>
    private void Close(ImmutableArray<TokenRun>.Builder ready)
    {
        Emit(_closed, ready);
        _closed.AddRange(_open);
        _open.Clear();
        if (_nextIndex == 0)
            Emit(_closed, ready);
    }

    private void Emit(List<Piece> pieces, ImmutableArray<TokenRun>.Builder ready)
    {
        if (pieces.Count == 0)
            return;
        ready.Add(RunBuilder.Build(_nextIndex++, pieces.SelectMany(piece => piece.Parts)));
        pieces.Clear();
    }

    private static int Count(List<Piece> pieces) => pieces.Sum(piece => piece.Ids);

    private void ThrowIfCompleted()
    {
        if (_isCompleted)
            throw new InvalidOperationException("the text is complete; pack the next one with a new packer");
    }
}

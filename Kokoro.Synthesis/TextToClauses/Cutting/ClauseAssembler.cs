using System.Collections.Immutable;
using Kokoro.Synthesis.TextToClauses.Normalisation;

namespace Kokoro.Synthesis.TextToClauses.Cutting;

/// <summary>
/// Builds clauses from words and marks in the order of the text. Marks wait until the next word or the end of the paragraph
/// shows what they are: those up to the first opening mark belong to the words before them, the others to the words after.
/// </summary>
/// <param name="leftOut">Takes the marks that belong to nothing.</param>
internal sealed class ClauseAssembler(List<LeftOut> leftOut)
{
    private readonly List<Clause> _clauses = [];
    private readonly List<Mark> _waiting = [];
    private ImmutableArray<ClausePart>.Builder _parts = ImmutableArray.CreateBuilder<ClausePart>();
    private bool _hasWord;
    private bool _spaceOwed;

    public IReadOnlyList<Clause> Clauses => _clauses;

    /// <param name="words">What is said for one source; words after the first always have a space before them.</param>
    /// <param name="rule">The name of the rule that read them.</param>
    /// <param name="isSmall">Whether the source starts with a small letter, so that "?" before it ends no sentence.</param>
    public void AddWords(ImmutableArray<SaidWord> words, string rule, TextRange source, bool spaceBefore, bool isSmall)
    {
        PlaceMarks(isSmall);
        source = Share(source);
        var space = Space(spaceBefore) || _parts is [.., SpokenWord];
        foreach (var word in words)
        {
            _parts.Add(new SpokenWord(word.Text, source, space) { Rule = rule, IsLetterName = word.IsLetterName });
            space = true;
        }

        _hasWord = true;
    }

    public void AddMark(Mark mark)
    {
        // "!!!" is one mark that is written long.
        if (_waiting is [.., var last] && last.Symbol == mark.Symbol && last.Source.End == mark.Source.Start)
            _waiting[^1] = last with { Source = last.Source.Through(mark.Source) };
        else
            _waiting.Add(mark);
    }

    /// <param name="end">What the last clause of the paragraph ends with.</param>
    public void EndParagraph(ClauseEnd end)
    {
        SilenceEmptyPairs();
        if (_hasWord)
        {
            AddOnce(_waiting);
            EndClause(end);
        }
        else
        {
            _waiting.ForEach(Silence);
        }

        _waiting.Clear();
        _spaceOwed = true;
    }

    private void PlaceMarks(bool isBeforeSmall)
    {
        if (_waiting.Count == 0)
            return;
        SilenceEmptyPairs();
        var opening = _hasWord ? _waiting.FindIndex(mark => mark.Symbol is '“' or '(') : 0;
        var after = opening < 0 ? _waiting.Count : opening;
        if (_hasWord)
        {
            var trailing = _waiting[..after];
            AddOnce(trailing);
            if (trailing.Exists(IsEnd))
                EndClause(trailing.Exists(mark => EndsSentence(mark.Symbol, isBeforeSmall)) ? ClauseEnd.Sentence : ClauseEnd.Clause);
            AddOnce(_waiting[after..]);
        }
        else
        {
            // Before the first word of a paragraph only a dash, an ellipsis and opening marks mean something.
            AddOnce(_waiting, mark => mark.Symbol is '—' or '…' or '“' or '(');
        }

        _waiting.Clear();
    }

    /// <summary>
    /// Where two readings part letters that stand for one character, as a rule with a bounded look-ahead may, all words that overlap get the range that holds them.
    /// </summary>
    private TextRange Share(TextRange source)
    {
        for (var at = _parts.Count - 1; at >= 0 && _parts[at].Source.End > source.Start; at--)
            source = source.Through(_parts[at].Source);
        for (var at = _parts.Count - 1; at >= 0 && _parts[at].Source.End > source.Start; at--)
            _parts[at] = _parts[at] with { Source = source };
        return source;
    }

    private static bool IsEnd(Mark mark) => Mark.ClauseEnds.Contains(mark.Symbol);

    private static bool EndsSentence(char symbol, bool isBeforeSmall) => symbol == '.' || (symbol is '!' or '?' or '…' && !isBeforeSmall);

    private void EndClause(ClauseEnd end)
    {
        _clauses.Add(new Clause(_clauses.Count, _parts.DrainToImmutable(), end));
        _hasWord = false;
    }

    /// <summary>Quotation marks or brackets around something that was left out would be a pause around nothing.</summary>
    private void SilenceEmptyPairs()
    {
        var kept = 0;
        for (var at = 0; at < _waiting.Count; at++)
        {
            var mark = _waiting[at];
            if (kept > 0 && (_waiting[kept - 1].Symbol, mark.Symbol) is ('“', '”') or ('(', ')'))
            {
                Silence(_waiting[--kept]);
                Silence(mark);
            }
            else
            {
                _waiting[kept++] = mark;
            }
        }

        _waiting.RemoveRange(kept, _waiting.Count - kept);
    }

    /// <summary>Adds each kind of mark once: a row like "?!?!?!" sounds no different from "?!", and must not grow without bound.</summary>
    private void AddOnce(List<Mark> marks, Predicate<Mark>? isWanted = null)
    {
        var first = _parts.Count;
        foreach (var mark in marks)
        {
            var isThere = false;
            for (var at = first; at < _parts.Count; at++)
                isThere |= ((Mark)_parts[at]).Symbol == mark.Symbol;
            if (isThere || (isWanted is not null && !isWanted(mark)))
                Silence(mark);
            else
                _parts.Add(mark with { SpaceBefore = Space(mark.SpaceBefore) });
        }
    }

    private void Silence(Mark mark)
    {
        leftOut.Add(new LeftOut(mark.Source, LeftOutReason.Silent));
        _spaceOwed |= mark.SpaceBefore;
    }

    /// <summary>The space before a mark that fell silent passes to the next part; the first part of the text has none.</summary>
    private bool Space(bool isThere)
    {
        var space = (isThere || _spaceOwed) && (_parts.Count > 0 || _clauses.Count > 0);
        _spaceOwed = false;
        return space;
    }
}

using System.Collections.Immutable;
using Kokoro.Synthesis;
using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Tests.Pipeline;

/// <summary>Takes letters for phonemes; can hold clauses back, fail at one, or find nothing that sounds.</summary>
internal sealed class LetterPhonemizer : IPhonemizer
{
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Clauses from this index on wait for <see cref="Release"/>.</summary>
    public int HoldFrom { get; init; } = int.MaxValue;

    public int FailAt { get; init; } = -1;

    public SpeechException? Failure { get; init; }

    public bool IsSilent { get; init; }

    /// <summary>Completes when a clause is being held back.</summary>
    public Task Held => _held.Task;

    public void Release() => _released.SetResult();

    public async Task<PhonemizedClause> PhonemizeAsync(Clause clause, Language language, CancellationToken cancellationToken)
    {
        if (clause.Index >= HoldFrom)
        {
            _held.TrySetResult();
            await _released.Task.WaitAsync(cancellationToken);
        }

        if (clause.Index == FailAt)
            throw Failure!;
        var parts = clause.Parts.Select(part => part is SpokenWord word
            ? new PhonemizedPart(IsSilent ? "" : word.Text.ToLowerInvariant(), word.Source, word.SpaceBefore, word.Text)
            : PhonemizedPart.Of((Mark)part));
        return new PhonemizedClause(clause.Index, parts.ToImmutableArray(), clause.End, PhonemizeOutcome.Whole);
    }
}

using System.Collections.Immutable;
using Kokoro.Synthesis.PhonemesToRuns;
using Kokoro.Synthesis.TextToClauses;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>The sound of one run.</summary>
/// <param name="Index">The index of the run.</param>
/// <param name="Source">What of the text as received it speaks.</param>
/// <param name="Samples">24 kHz mono float, finite.</param>
/// <param name="Words">In order.</param>
/// <param name="DurationsDropped">The model's durations do not add up to its samples, so word times are estimated: worth a warning.</param>
public sealed record PcmRun(
    int Index, TextRange Source, float[] Samples, ImmutableArray<WordTime> Words, bool DurationsDropped = false)
{
    public const int SampleRate = 24_000;

    /// <summary>Whether the times of <see cref="Words"/> are guessed, since the model gives no durations that can be trusted.</summary>
    public bool IsEstimated { get; init; }

    /// <summary>Where clauses end between two of <see cref="Words"/>, in order; empty when their times are only estimated.</summary>
    public ImmutableArray<RunBreak> Breaks { get; init; } = [];

    /// <summary>What the run itself ends with.</summary>
    public ClauseEnd End { get; init; } = ClauseEnd.Paragraph;
}

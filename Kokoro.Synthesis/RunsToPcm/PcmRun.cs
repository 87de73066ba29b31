using System.Collections.Immutable;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>The sound of one run.</summary>
/// <param name="Index">The index of the run.</param>
/// <param name="Source">What of the text as received it speaks.</param>
/// <param name="Samples">24 kHz mono float, finite.</param>
/// <param name="Words">In order; empty when the model gives no durations that can be trusted.</param>
/// <param name="DurationsDropped">The model's durations do not add up to its samples, so there are no word times: worth a warning.</param>
public sealed record PcmRun(
    int Index, TextRange Source, float[] Samples, ImmutableArray<WordTime> Words, bool DurationsDropped = false)
{
    public const int SampleRate = 24_000;
}

using System.Collections.Immutable;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>The sound of one run.</summary>
/// <param name="Index">The index of the run.</param>
/// <param name="Source">What of the text as received it speaks.</param>
/// <param name="Samples">24 kHz mono float, finite.</param>
/// <param name="Words">In order; empty when the model gives no durations.</param>
public sealed record PcmRun(int Index, TextRange Source, float[] Samples, ImmutableArray<WordTime> Words)
{
    public const int SampleRate = 24_000;
}

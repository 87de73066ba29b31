namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>What the model gave for one run.</summary>
/// <param name="Samples">24 kHz mono, nominally within -1..1, finite.</param>
/// <param name="Durations">
/// One for each id, pads included, in frames of 600 samples; they add up to the samples. Null when there are none to trust.
/// </param>
/// <param name="DurationsDropped">The model gave durations that do not add up to its samples: word times from them would be wrong.</param>
public sealed record ModelOutput(float[] Samples, int[]? Durations, bool DurationsDropped = false)
{
    /// <summary>Samples in one frame, the unit of durations: 25 ms.</summary>
    public const int SamplesPerFrame = 600;
}

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>A half-open range of samples of one run.</summary>
internal readonly record struct SampleSpan(int From, int To)
{
    public int Length => To - From;
}

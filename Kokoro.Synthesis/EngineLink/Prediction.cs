namespace Kokoro.Synthesis.EngineLink;

/// <summary>What a piece of work should take on a quiet machine.</summary>
/// <param name="Cpu">Processor time over all threads.</param>
/// <param name="Wall">Time until the answer.</param>
internal readonly record struct Prediction(TimeSpan Cpu, TimeSpan Wall)
{
    /// <summary>For work on one thread.</summary>
    public static Prediction OneThread(TimeSpan time) => new(time, time);
}

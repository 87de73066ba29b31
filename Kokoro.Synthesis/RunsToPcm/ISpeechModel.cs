namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>A loaded model. Runs may be called by several threads at once.</summary>
public interface ISpeechModel : IDisposable
{
    /// <summary>Speaks one run on the calling thread.</summary>
    /// <param name="ids">[N] ids with their pads.</param>
    /// <param name="style">[256] floats: the voice's row for this length.</param>
    /// <param name="speed">0.25 to 4.</param>
    /// <param name="cancellationToken">Ends the run between two nodes of the graph.</param>
    /// <exception cref="OperationCanceledException">Cancelled before or during the run.</exception>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.EngineFailed"/>: the runtime failed, or gave samples that are not finite.</exception>
    ModelOutput Run(ReadOnlySpan<long> ids, ReadOnlySpan<float> style, float speed, CancellationToken cancellationToken);
}

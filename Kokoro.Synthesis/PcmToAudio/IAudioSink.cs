using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>Takes the runs of one text in order and makes audio of them.</summary>
public interface IAudioSink : IAsyncDisposable
{
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>.</exception>
    Task AppendAsync(PcmRun run, CancellationToken cancellationToken);

    /// <summary>Called once after the last run; a sink disposed before it leaves nothing that looks whole.</summary>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>.</exception>
    Task CompleteAsync(CancellationToken cancellationToken);
}

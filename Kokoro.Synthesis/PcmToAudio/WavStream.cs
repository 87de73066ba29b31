using System.Buffers;
using Kokoro.Synthesis.RunsToPcm;

namespace Kokoro.Synthesis.PcmToAudio;

/// <summary>
/// Writes runs as a WAV stream whose length nobody knows yet, each as soon as it is there: for pipes and players.
/// Nothing follows the samples.
/// </summary>
public sealed class WavStream(Stream target) : IAudioSink
{
    private bool _started;

    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.OutputUnwritable"/>: the reader has gone.</exception>
    public async Task AppendAsync(PcmRun run, CancellationToken cancellationToken)
    {
        var bytes = run.Samples.Length * Pcm16.BytesPerSample;
        var buffer = ArrayPool<byte>.Shared.Rent(bytes);
        try
        {
            Pcm16.Write(run.Samples, buffer);
            if (!_started)
                await target.WriteAsync(WavHeader.Streamed(), cancellationToken).ConfigureAwait(false);
            _started = true;
            await target.WriteAsync(buffer.AsMemory(0, bytes), cancellationToken).ConfigureAwait(false);
            await target.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new SpeechException(SpeechErrorCode.OutputUnwritable, $"cannot write to standard output: {e.Message}", null, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves the target open: it belongs to the caller.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

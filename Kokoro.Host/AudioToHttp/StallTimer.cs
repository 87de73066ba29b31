using Kokoro.Actors.Protocol;

namespace Kokoro.Host.AudioToHttp;

/// <summary>Writes with one awaited flush each, and gives up a reader who takes nothing for too long.</summary>
internal sealed class StallTimer(HttpResponse response, SpeechCall call, TimeSpan stalledAfter)
{
    private readonly TimeProvider _time = response.HttpContext.RequestServices.GetRequiredService<TimeProvider>();

    /// <exception cref="OperationCanceledException">The client is gone, or has stalled and its connection is aborted.</exception>
    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        // In slices as small as the buffers, so that the clock sees the reader take each of them.
        for (; bytes.Length > SendBuffers.WriteBytes; bytes = bytes[SendBuffers.WriteBytes..])
            await WriteSliceAsync(bytes[..SendBuffers.WriteBytes]).ConfigureAwait(false);
        if (!bytes.IsEmpty)
            await WriteSliceAsync(bytes).ConfigureAwait(false);
    }

    private async ValueTask WriteSliceAsync(ReadOnlyMemory<byte> bytes)
    {
        var aborted = response.HttpContext.RequestAborted;
        aborted.ThrowIfCancellationRequested();

        // A flush completes at once while the buffers of the connection have room; only one that does not needs a clock.
        var flush = response.BodyWriter.WriteAsync(bytes, aborted);
        if (!flush.IsCompleted)
        {
            await using var timer = _time.CreateTimer(static state => ((StallTimer)state!).Abort(), this, stalledAfter, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
            await flush.ConfigureAwait(false);
        }
        else
        {
            await flush.ConfigureAwait(false);
        }

        // What is written to a connection that is gone vanishes without an error.
        aborted.ThrowIfCancellationRequested();
    }

    private void Abort()
    {
        call.GiveUp(ProblemKind.ReaderStalled);
        response.HttpContext.Abort();
    }
}

using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Host.AudioToHttp;

/// <summary>A reply that is sent as it is made. One that fails on the way never looks complete: frames say so, anything else is cut with its connection.</summary>
internal sealed class StreamedReply(HttpSettings settings, SpeechMetrics metrics)
{
    public async Task SendAsync(SpeechCall call, SpeakBody body, HttpResponse response)
    {
        AudioHeaders.Set(response, call, body.Format, total: null);
        var stall = new StallTimer(response, call, settings.StalledAfter);
        using var frames = body.Format == AudioFormat.Frames ? new FrameEncoder() : null;
        try
        {
            if (frames is not null)
                await stall.WriteAsync(FrameEncoder.Meta(call.Accepted, body.Request.Text.Length)).ConfigureAwait(false);
            else if (body.Format == AudioFormat.Wav)
                await stall.WriteAsync(WavHeader.Streamed()).ConfigureAwait(false);

            await SendPiecesAsync(call, SnakeCase.Of(body.Format), frames, stall).ConfigureAwait(false);
            if (frames is not null)
                await stall.WriteAsync(frames.End()).ConfigureAwait(false);
            call.Delivered();
        }
        catch (UtteranceFailedException failed) when (frames is not null)
        {
            await stall.WriteAsync(FrameEncoder.Error(Problem.Of(failed.Problem))).ConfigureAwait(false);
        }
        catch (UtteranceFailedException)
        {
            response.HttpContext.Abort();
        }
    }

    private async Task SendPiecesAsync(SpeechCall call, string format, FrameEncoder? frames, StallTimer stall)
    {
        var playback = new PlaybackClock();
        await using var pieces = call.PiecesAsync().GetAsyncEnumerator();
        while (true)
        {
            var next = pieces.MoveNextAsync();
            var hadToWait = !next.IsCompleted;
            if (!await next.ConfigureAwait(false))
                return;
            var piece = pieces.Current;
            var seconds = piece.Pcm.Length / (double)(AudioPiece.SampleRate * AudioPiece.BytesPerSample);
            if (playback.OnPiece(call.Elapsed, TimeSpan.FromSeconds(seconds), hadToWait) is { } silence)
                metrics.Underrun(silence);
            await stall.WriteAsync(frames is null ? piece.Pcm : frames.Piece(piece)).ConfigureAwait(false);
            metrics.AudioSent(format, piece.Pcm.Length);
        }
    }
}

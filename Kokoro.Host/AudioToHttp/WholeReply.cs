using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Actors.Telemetry;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Host.AudioToHttp;

/// <summary>A reply in one piece, with its exact length: nothing of it is sent before all of it is there.</summary>
internal sealed class WholeReply(ReplyBudget budget, HttpSettings settings, SpeechMetrics metrics)
{
    /// <exception cref="RequestException">It could not be spoken to its end, or is too large.</exception>
    public async Task SendAsync(SpeechCall call, SpeakBody body, HttpResponse response)
    {
        using var audio = new PooledAudio(budget, settings);
        try
        {
            await CollectAsync(call, body, audio).ConfigureAwait(false);
        }
        catch (UtteranceFailedException failed)
        {
            throw new RequestException(Problem.Of(failed.Problem));
        }
        catch (RequestException refused)
        {
            call.GiveUp(refused.Problem.Status == StatusCodes.Status413PayloadTooLarge ? ProblemKind.ReplyTooLarge : ProblemKind.Full);
            throw;
        }

        var header = body.Format == AudioFormat.Wav ? WavHeader.Exact(audio.Length) : [];
        AudioHeaders.Set(response, call, body.Format, call.Elapsed);
        response.ContentLength = header.Length + audio.Length;
        var stall = new StallTimer(response, call, settings.StalledAfter);
        await stall.WriteAsync(header).ConfigureAwait(false);
        foreach (var block in audio.Blocks())
            await stall.WriteAsync(block).ConfigureAwait(false);
        call.Delivered();
        metrics.AudioSent(SnakeCase.Of(body.Format), (int)audio.Length);
    }

    private static async Task CollectAsync(SpeechCall call, SpeakBody body, PooledAudio audio)
    {
        using var frames = body.Format == AudioFormat.Frames ? new FrameEncoder() : null;
        if (frames is not null)
            audio.Append(FrameEncoder.Meta(call.Accepted, body.Request.Text.Length).Span);
        await foreach (var piece in call.PiecesAsync().ConfigureAwait(false))
            audio.Append((frames is null ? piece.Pcm : frames.Piece(piece)).Span);
        if (frames is not null)
            audio.Append(frames.End().Span);
    }
}

using Kokoro.Actors.Protocol;
using Kokoro.Actors.Settings;
using Kokoro.Host.HttpToText;
using Kokoro.Host.Problems;
using Kokoro.Synthesis.PcmToAudio;

namespace Kokoro.Host.AudioToHttp;

/// <summary>A reply in one piece, with its exact length: nothing of it is sent before all of it is there.</summary>
internal sealed class WholeReply(ReplyBudget budget, HttpSettings settings)
{
    /// <exception cref="RequestException">It could not be spoken to its end, or is too large.</exception>
    public async Task SendAsync(SpeechCall call, AudioFormat format, HttpResponse response)
    {
        using var audio = new PooledAudio(budget, settings);
        try
        {
            await foreach (var piece in call.PiecesAsync().ConfigureAwait(false))
                audio.Append(piece.Pcm.Span);
        }
        catch (UtteranceFailedException failed)
        {
            throw new RequestException(Problem.Of(failed.Problem));
        }
        catch (RequestException)
        {
            call.GiveUp(ProblemKind.ReplyTooLarge);
            throw;
        }

        var header = format == AudioFormat.Wav ? WavHeader.Exact(audio.Length) : [];
        AudioHeaders.Set(response, call, format, call.Elapsed);
        response.ContentLength = header.Length + audio.Length;
        var stall = new StallTimer(response, call, settings.StalledAfter);
        await stall.WriteAsync(header).ConfigureAwait(false);
        foreach (var block in audio.Blocks())
            await stall.WriteAsync(block).ConfigureAwait(false);
    }
}

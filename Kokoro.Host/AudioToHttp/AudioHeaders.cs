using Kokoro.Actors.Protocol;
using Kokoro.Host.HttpToText;

namespace Kokoro.Host.AudioToHttp;

/// <summary>What is said about the audio before it begins.</summary>
internal static class AudioHeaders
{
    public const string UtteranceId = "X-Utterance-Id";
    public const string Voice = "X-Voice";
    public const string FramesType = "application/vnd.kokoro.frames";

    /// <param name="total">Null for a stream.</param>
    public static void Set(HttpResponse response, SpeechCall call, AudioFormat format, TimeSpan? total)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = format switch
        {
            AudioFormat.Wav => "audio/wav",
            AudioFormat.Pcm => $"audio/pcm;rate={AudioPiece.SampleRate};channels=1;encoding=signed-int;bits=16",
            _ => FramesType,
        };
        response.Headers[UtteranceId] = call.Accepted.Id.ToString();
        response.Headers[Voice] = call.Accepted.Voice;
        response.Headers[ServerTiming.Header] = ServerTiming.Of(call.First.Timing, call.FirstAudio, total);
    }
}

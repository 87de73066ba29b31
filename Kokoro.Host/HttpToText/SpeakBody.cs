using Kokoro.Actors.Protocol;

namespace Kokoro.Host.HttpToText;

/// <summary>What `POST /speak` asks for.</summary>
/// <param name="IsStream">Sent as it is made, or in one piece at the end.</param>
internal sealed record SpeakBody(SpeechRequest Request, AudioFormat Format, bool IsStream);

using System.Diagnostics;
using System.Threading.Channels;
using Akka.Actor;

namespace Kokoro.Actors.Protocol;

/// <summary>What the outside may ask of the edge to have a text spoken.</summary>
public static class SpeakProtocol
{
    /// <summary>
    /// Speaks a text. Replies: <see cref="Accepted"/> or <see cref="Refused"/>, exactly one. After <see cref="Accepted"/> the audio comes through the
    /// channel, which is completed in any case; after <see cref="Refused"/> the channel stays untouched.
    /// </summary>
    /// <param name="Audio">Bounded; nothing but this utterance writes to it or completes it.</param>
    /// <param name="Gone">Cancelled when nobody wants the audio any more; ends the utterance at once, at any stage.</param>
    public sealed record Speak(SpeechRequest Request, ChannelWriter<AudioPiece> Audio, CancellationToken Gone) : INoSerializationVerificationNeeded
    {
        /// <summary>Why <see cref="Gone"/> is cancelled; asked only then. Null: the client went away.</summary>
        public Func<ProblemKind>? GoneBecause { get; init; }

        /// <summary>The span of whoever asks; none by default.</summary>
        public ActivityContext Trace { get; init; }
    }

    /// <param name="Voice">The id of the voice that speaks.</param>
    /// <param name="Model">The model's name and the first digits of its hash.</param>
    /// <param name="Language">The BCP 47 code in which the text is read.</param>
    public sealed record Accepted(UtteranceId Id, string Voice, string Model, string Language);

    public sealed record Refused(SpeechProblem Problem);
}

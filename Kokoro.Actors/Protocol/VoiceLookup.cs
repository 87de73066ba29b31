using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Protocol;

/// <summary>Between utterances and /user/voices.</summary>
internal static class VoiceLookup
{
    /// <summary>Replies: <see cref="VoiceFound"/> or <see cref="VoiceNotFound"/>.</summary>
    /// <param name="Id">Null: the default voice.</param>
    public sealed record FindVoice(string? Id);

    /// <param name="Pack">Shared and immutable.</param>
    /// <param name="Model">What speaks it, as <see cref="SpeakProtocol.Accepted"/> shows it.</param>
    public sealed record VoiceFound(Voice Voice, VoicePack Pack, string Model);

    public sealed record VoiceNotFound(SpeechProblem Problem);
}

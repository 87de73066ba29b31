using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Protocol;

/// <summary>Between utterances and /user/voices.</summary>
internal static class VoiceLookup
{
    /// <summary>Replies: <see cref="VoiceFound"/> or <see cref="VoiceNotFound"/>.</summary>
    /// <param name="Id">Null: the default voice.</param>
    public sealed record FindVoice(string? Id);

    /// <summary>The pack is shared and immutable.</summary>
    public sealed record VoiceFound(Voice Voice, VoicePack Pack);

    public sealed record VoiceNotFound(SpeechProblem Problem);
}

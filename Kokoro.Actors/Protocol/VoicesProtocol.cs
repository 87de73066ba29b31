using System.Collections.Immutable;

namespace Kokoro.Actors.Protocol;

/// <summary>What the outside may ask of the edge about voices.</summary>
public static class VoicesProtocol
{
    /// <summary>Reply: <see cref="VoiceList"/>. Answered whatever state the engines are in.</summary>
    public sealed record ListVoices
    {
        public static readonly ListVoices Instance = new();
    }

    /// <param name="Default">The id of the voice for requests that name none.</param>
    public sealed record VoiceList(string Default, ImmutableArray<VoiceDescription> Voices);

    /// <param name="Language">A BCP 47 code.</param>
    /// <param name="Gender">"female", "male" or "unknown".</param>
    /// <param name="Grade">The authors' own grade from A to F, where there is one.</param>
    /// <param name="Source">"starter" or "folder".</param>
    public sealed record VoiceDescription(string Id, string Name, string Language, string Gender, string? Grade, string Source);
}

namespace Kokoro.Synthesis.Voices;

/// <summary>A voice that can be used.</summary>
public sealed class Voice
{
    private readonly Func<VoicePack> _load;

    internal Voice(VoiceInfo info, Language language, Func<VoicePack> load)
    {
        Info = info;
        Language = language;
        _load = load;
    }

    public VoiceInfo Info { get; }

    /// <summary>What it speaks unless a request says otherwise.</summary>
    public Language Language { get; }

    /// <summary>Reads its style rows, anew at every call; the caller keeps them.</summary>
    /// <exception cref="SpeechException">
    /// <see cref="SpeechErrorCode.VoiceMissing"/> or <see cref="SpeechErrorCode.VoiceCorrupt"/>.
    /// </exception>
    public VoicePack Load() => _load();
}

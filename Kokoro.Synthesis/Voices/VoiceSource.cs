namespace Kokoro.Synthesis.Voices;

/// <summary>Which model a voice belongs to: style rows mean nothing to another one.</summary>
public enum VoiceSource
{
    /// <summary>A voice of the embedded starter model.</summary>
    Starter,

    /// <summary>A file in the voices folder, for Kokoro-82M.</summary>
    Folder,
}

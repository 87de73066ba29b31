namespace Kokoro.Synthesis.Voices.Files;

/// <summary>A voice that a file holds.</summary>
/// <param name="Id">As the file names it, or the name of the file; not checked.</param>
/// <param name="Path">Of the file.</param>
/// <param name="Read">Whatever it throws becomes one line that names the file.</param>
internal sealed record FiledVoice(string Id, string Path, Func<VoicePack> Read)
{
    /// <summary>Reads it, anew at every call.</summary>
    /// <exception cref="SpeechException">The file has gone, or is damaged.</exception>
    public VoicePack Load() => VoiceFileFaults.Guard(Path, Read);
}

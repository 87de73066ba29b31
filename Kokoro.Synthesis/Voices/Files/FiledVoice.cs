namespace Kokoro.Synthesis.Voices.Files;

/// <summary>A voice that a file holds.</summary>
/// <param name="Id">As the file names it, or the name of the file; not checked.</param>
/// <param name="Load">Reads it, anew at every call. Throws <see cref="SpeechException"/>: the file has gone, or is damaged.</param>
internal sealed record FiledVoice(string Id, Func<VoicePack> Load);

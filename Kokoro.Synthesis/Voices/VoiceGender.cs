namespace Kokoro.Synthesis.Voices;

public enum VoiceGender
{
    /// <summary>The second letter of the id is neither f nor m.</summary>
    Unknown,
    Female,
    Male,
}

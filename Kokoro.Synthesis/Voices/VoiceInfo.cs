namespace Kokoro.Synthesis.Voices;

/// <summary>What a list of voices shows.</summary>
/// <param name="Id">As requests name it: lower-case letters, digits and underscores.</param>
/// <param name="Name">For people: "Heart" of `af_heart`.</param>
/// <param name="Language">The BCP 47 code that its first letter stands for; "und" when it stands for none.</param>
/// <param name="Grade">The authors' own grade from A to F for a published voice, else null.</param>
/// <param name="CanSpeak">Whether its language can be spoken here.</param>
public sealed record VoiceInfo(
    string Id, string Name, string Language, VoiceGender Gender, string? Grade, VoiceSource Source, bool CanSpeak);

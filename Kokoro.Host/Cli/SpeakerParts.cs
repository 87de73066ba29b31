using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Host.Cli;

/// <summary>What a pipeline is made of, for who wants to drive the stages one by one. They belong to the <see cref="Speaker"/>.</summary>
internal sealed record SpeakerParts(IPhonemizer Phonemizer, ISpeechModel Model, VoicePack Voice);

using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Hosting;

/// <summary>What the actors own and do not make themselves.</summary>
internal sealed record SpeechParts(VoiceCatalogue Voices, IPhonemizerStarter Phonemizers, ISpeechEngineStarter Engines);

using Kokoro.Synthesis.ClausesToPhonemes;
using Kokoro.Synthesis.RunsToPcm;
using Kokoro.Synthesis.Voices;

namespace Kokoro.Actors.Hosting;

/// <summary>What the actors own and do not make themselves.</summary>
/// <param name="DefaultVoice">One of <paramref name="Voices"/>.</param>
/// <param name="Quarantined">What <paramref name="Phonemizers"/> do not read any more.</param>
internal sealed record SpeechParts(VoiceCatalogue Voices, Voice DefaultVoice, IPhonemizerStarter Phonemizers, ISpeechEngineStarter Engines, QuarantinedWords Quarantined);

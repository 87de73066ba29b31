namespace Kokoro.Synthesis.Models.StarterModel;

/// <summary>
/// The numbers of the rules that are changed by listening and by measuring; those of the single sounds are in `phonemes.json`, those of
/// the voices in <see cref="StarterVoices"/>. docs/starter-voice.md has what each is good for. A change is a change of the model:
/// raise <see cref="StarterModelMetadata.Version"/> and pin the new hash.
/// </summary>
internal static class VoiceTuning
{
    /// <summary>Base durations are divided by it: above 1 is faster.</summary>
    public const double Tempo = 0.997;

    /// <summary>The bandwidths of vowels, glides and liquids are those of `phonemes.json` times this: narrower formants stand out more.</summary>
    public const double SonorantBandwidths = 0.7;

    /// <summary>Of <see cref="Fade"/>: its length in frames of 5 ms, what is left of the voice, and breath per voice lost.</summary>
    public const double FadeFrames = 12;
    public const double FadeFloor = 0.2;
    public const double FadeBreath = 0.03;

    /// <summary>Of <see cref="Shimmer"/>: the most by which a pulse differs from the mean, a share of it.</summary>
    public const double ShimmerDepth = 0.06;

    /// <summary>
    /// Of <see cref="NoiseFloor"/>: its rms, full scale being 1 (-84 dB), and the frames over which it comes and goes. Who fits the pauses
    /// takes for silence what lies 50 dB below a run, and quiet runs have -30 dB: a louder floor would keep their pauses as they are.
    /// </summary>
    public const double NoiseFloorLevel = 0.00006;
    public const double NoiseFloorFrames = 14;

    /// <summary>The closure of a voiceless stop before a sibilant of the next word is longer by this factor.</summary>
    public const double ClosureBeforeSibilant = 1.4;

    /// <summary>How much of an exclamation the end of a wh-question is: it falls a little more than a statement.</summary>
    public const double QuestionWordExclamation = 0.3;

    /// <summary>Brings speech to an rms of about 0.085.</summary>
    public const double Gain = 0.225;
}

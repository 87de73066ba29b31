using System.Collections.Immutable;
using System.Globalization;
using Kokoro.Synthesis.PhonemesToRuns;

namespace Kokoro.Synthesis.RunsToPcm;

/// <summary>
/// What an engine must speak before it is trusted: "hello" four times, as long as the first run of a text, for which its speed matters most. Samples that are not finite or not as long as their
/// durations never leave the link; here it is asked whether they can be speech.
/// </summary>
/// <param name="Style">[256]: any voice of the model.</param>
/// <param name="IsStrict">Whether a level that no speech has fails the test, as for models that are known; else it is only worth a warning.</param>
internal sealed record SelfTest(ReadOnlyMemory<float> Style, bool IsStrict)
{
    /// <summary>Speech at any usual level lies between; silence, noise at full scale and a wrong model do not.</summary>
    private const double LeastRms = 0.001;

    private const double MostRms = 0.5;

    private static readonly ImmutableArray<long> Ids = [Vocabulary.Pad, .. Spell("həlˈO həlˈO həlˈO həlˈO."), Vocabulary.Pad];

    public SpeechRun Run(RunWidth width) => new(Ids, Style, 1, width);

    /// <returns>What is wrong with the sound, or null.</returns>
    /// <exception cref="SpeechException"><see cref="SpeechErrorCode.ModelCorrupt"/>: the same, when the test is strict.</exception>
    public string? Judge(ModelOutput output, string model)
    {
        var rms = Math.Sqrt(output.Samples.Sum(sample => (double)sample * sample) / output.Samples.Length);
        if (rms is >= LeastRms and <= MostRms)
            return null;
        var problem = string.Create(
            CultureInfo.InvariantCulture,
            $"model {model} gave a level of {rms:0.####} in its self-test, where speech has {LeastRms} to {MostRms}; fetch or copy it again, or choose another model");
        return IsStrict ? throw new SpeechException(SpeechErrorCode.ModelCorrupt, problem) : problem;
    }

    private static IEnumerable<long> Spell(string phonemes) => phonemes.EnumerateRunes().Select(symbol => (long)Vocabulary.All[symbol]);
}
